package dev.seaworthy.report.graph;

import dev.seaworthy.engine.ReachStep;
import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.Stage;
import dev.seaworthy.reach.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The paths of workloads, put together where they go on alike: at most one arrow leaves a box, so
 * that whatever can be followed in the drawing is the path of a workload. Were boxes shared that go
 * on differently, a workload that takes a node would seem to take the cluster because another one
 * takes it from there.
 */
final class ReachGraph {

  private final List<GraphNode> nodes = new ArrayList<>();
  private final List<GraphLink> links = new ArrayList<>();
  private final Map<Key, Integer> shared = new HashMap<>();
  private final int leftOut;

  /** What makes two boxes one. */
  private record Key(Object subject, Optional<Onward> onward) {}

  /**
   * How it goes on from a box.
   *
   * @param to the next box
   */
  private record Onward(String label, int to) {}

  /**
   * @param workloads the furthest first; those that lead nowhere but to their own containers, as
   *     root or not, are not drawn
   * @param limit how many to draw at most
   */
  ReachGraph(List<WorkloadReach> workloads, int limit) {
    List<WorkloadReach> far = workloads.stream().filter(ReachGraph::leadsOut).toList();
    far.stream().limit(limit).forEach(this::add);
    leftOut = Math.max(0, far.size() - limit);
  }

  List<GraphNode> nodes() {
    return nodes;
  }

  /** The arrows: each leads from a box that comes later in the list to an earlier one. */
  List<GraphLink> links() {
    return links;
  }

  /** How many workloads lead out of their containers and are not drawn. */
  int leftOut() {
    return leftOut;
  }

  private static boolean leadsOut(WorkloadReach reach) {
    return reach.steps().stream().anyMatch(step -> isOutside(step.to()));
  }

  /** From the end of the path to its start, since boxes are shared with all that follows them. */
  private void add(WorkloadReach reach) {
    List<ReachStep> steps = reach.steps();
    Optional<Onward> onward = Optional.empty();
    List<String> detail = List.of();
    int end = endOfLeg(steps, steps.size());
    while (end > 0) {
      int start = endOfLeg(steps, end - 1);
      List<ReachStep> leg = steps.subList(start, end);
      Stage stage = leg.get(leg.size() - 1).to();
      int target = box(stage, node(stage), onward, detail);
      onward = Optional.of(new Onward(label(leg), target));
      detail = detail(leg);
      Optional<ObjectReference> role = role(leg);
      if (role.isPresent()) {
        int box = box(role.get(), node(role.get()), onward, detail);
        onward = Optional.of(new Onward("", box));
        detail = List.of("is bound to " + role.get());
      }
      end = start;
    }
    draw(workload(reach), onward, detail);
  }

  /** Steps within the container are drawn together with the step that leads out of it. */
  private static int endOfLeg(List<ReachStep> steps, int from) {
    int end = from;
    while (end > 0 && !isOutside(steps.get(end - 1).to())) {
      end--;
    }
    return end;
  }

  private static boolean isOutside(Stage stage) {
    return stage.foothold() != Foothold.CODE && stage.foothold() != Foothold.ROOT;
  }

  private int box(Object subject, GraphNode node, Optional<Onward> onward, List<String> detail) {
    Key key = new Key(subject, onward);
    Integer known = shared.get(key);
    if (known != null) {
      return known;
    }
    int index = draw(node, onward, detail);
    shared.put(key, index);
    return index;
  }

  private int draw(GraphNode node, Optional<Onward> onward, List<String> detail) {
    int index = nodes.size();
    nodes.add(node);
    onward.ifPresent(next -> links.add(new GraphLink(index, next.to(), next.label(), detail)));
    return index;
  }

  private static GraphNode workload(WorkloadReach reach) {
    String place = reach.location().file() + ":" + reach.location().span().start().line();
    List<String> detail = new ArrayList<>(List.of(reach.verdict().label()));
    String scenarios = "";
    if (!reach.scenarios().all()) {
      scenarios = " (" + reach.scenarios().inShort() + ")";
      detail.add("in " + String.join(", ", reach.scenarios().names()));
    }
    reach.cut().stream().limit(1).forEach(cut -> detail.add("first " + cut.message()));
    return new GraphNode(
        GraphNode.Kind.WORKLOAD,
        reach.object().toString(),
        place + scenarios,
        detail,
        reach.verdict());
  }

  private static GraphNode node(Stage stage) {
    GraphNode.Kind kind =
        switch (stage.foothold()) {
          case CODE, ROOT -> GraphNode.Kind.WORKLOAD;
          case ACCOUNT -> GraphNode.Kind.ACCOUNT;
          case HOST_VIEW -> GraphNode.Kind.HOST_VIEW;
          case NODE -> GraphNode.Kind.NODE;
          case CLUSTER -> GraphNode.Kind.CLUSTER;
        };
    Verdict verdict = stage.foothold().verdict();
    return stage
        .account()
        .map(
            account ->
                new GraphNode(kind, account.toString(), "service account", List.of(), verdict))
        .orElseGet(() -> new GraphNode(kind, stage.foothold().label(), "", List.of(), verdict));
  }

  private static GraphNode node(ObjectReference role) {
    String name = role.namespace().map(space -> space + "/" + role.name()).orElse(role.name());
    return new GraphNode(GraphNode.Kind.ROLE, name, role.kind(), List.of(), Verdict.CONTAINED);
  }

  private static Optional<ObjectReference> role(List<ReachStep> leg) {
    return leg.stream().flatMap(step -> step.role().stream()).reduce((first, last) -> last);
  }

  private static String label(List<ReachStep> leg) {
    return leg.stream().map(step -> step.edge().id()).collect(Collectors.joining(" → "));
  }

  private static List<String> detail(List<ReachStep> leg) {
    return leg.stream().map(step -> step.edge().title() + ": " + step.message()).toList();
  }
}
