package dev.seaworthy.reach;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rbac.AccountToken;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.reach.host.HostEdges;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says of containers and workloads how far somebody gets who runs code in them. Immutable, and safe
 * for any number of threads; takes the same time for a workload however many there are.
 */
public final class ReachAnalysis {

  private static final List<Edge> EDGES = List.copyOf(HostEdges.ALL);

  private static final Set<GroupKind> KINDS =
      Stream.concat(
              RbacGraph.kinds().stream(), Stream.of(AccountToken.KIND, GroupKind.core("Namespace")))
          .collect(Collectors.toUnmodifiableSet());

  private final ScannedObjects scanned;

  private ReachAnalysis(ScannedObjects scanned) {
    this.scanned = scanned;
  }

  /** The analysis that looks up what workloads refer to among some objects; there is one. */
  public static ReachAnalysis of(ScannedObjects scanned) {
    return scanned.derived(ReachAnalysis.class, ReachAnalysis::new);
  }

  /** The kinds of the objects that the analysis looks up. */
  public static Set<GroupKind> kinds() {
    return KINDS;
  }

  /** All kinds of steps, in the order in which they are looked at. */
  public static List<Edge> edges() {
    return EDGES;
  }

  /** How far somebody gets from a container. */
  public Reach of(Container container) {
    return reach(List.of(container));
  }

  /** How far somebody gets from the container of a workload that leads furthest. */
  public Reach of(Workload workload) {
    return reach(workload.containers());
  }

  private Reach reach(List<Container> containers) {
    List<List<Step>> steps = containers.stream().map(this::steps).toList();
    List<StepGraph> graphs = steps.stream().map(StepGraph::new).toList();
    Optional<StepGraph> furthest = Optional.empty();
    for (StepGraph graph : graphs) {
      if (furthest.isEmpty() || graph.verdict().compareTo(furthest.get().verdict()) > 0) {
        furthest = Optional.of(graph);
      }
    }
    Verdict verdict = furthest.map(StepGraph::verdict).orElse(Verdict.CONTAINED);
    if (verdict == Verdict.CONTAINED) {
      return new Reach(verdict, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }
    Function<List<Change>, Verdict> trial = changes -> after(changes, containers);
    List<Change> cut = new CutSearch(steps, verdict, trial).cheapest();
    List<Step> path = furthest.orElseThrow().path();
    List<Assumption> used = path.stream().flatMap(s -> s.used().stream()).distinct().toList();
    return new Reach(verdict, path, cut, used, List.of(), Optional.empty());
  }

  private List<Step> steps(Container container) {
    Situation situation = new Situation(container, scanned);
    return HostEdges.ALL.stream()
        .flatMap(edge -> edge.steps(situation, Stage.of(edge.from())).stream())
        .toList();
  }

  /** The verdict on the same containers in the manifest after some changes. */
  private Verdict after(List<Change> changes, List<Container> containers) {
    Workload workload = containers.get(0).workload();
    return Change.apply(changes, workload.object())
        .workload(workload.spec().path())
        .map(changed -> furthest(changed, containers))
        .orElse(Verdict.TAKES_CLUSTER);
  }

  private Verdict furthest(Workload changed, List<Container> containers) {
    return changed.containers().stream()
        .filter(
            container ->
                containers.stream()
                    .anyMatch(old -> old.field().path().equals(container.field().path())))
        .map(container -> new StepGraph(steps(container)).verdict())
        .max(Comparator.naturalOrder())
        .orElse(Verdict.CONTAINED);
  }
}
