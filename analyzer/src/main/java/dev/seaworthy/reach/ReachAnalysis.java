package dev.seaworthy.reach;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.ReadBudget;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.podsecurity.NamespacePolicy;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.rbac.AccountToken;
import dev.seaworthy.rbac.MissingRole;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.reach.cluster.ClusterEdges;
import dev.seaworthy.reach.cluster.TokenEdges;
import dev.seaworthy.reach.host.HostEdges;
import dev.seaworthy.volume.BoundVolume;
import dev.seaworthy.volume.Claim;
import java.util.ArrayList;
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

  private static final List<Edge> EDGES =
      Stream.<Edge>concat(HostEdges.ALL.stream(), ClusterEdges.all().stream()).toList();

  private static final Set<GroupKind> KINDS =
      Stream.concat(
              RbacGraph.kinds().stream(),
              Stream.of(
                  AccountToken.KIND,
                  NamespacePolicy.NAMESPACE,
                  TokenEdges.SECRET,
                  Claim.KIND,
                  BoundVolume.KIND))
          .collect(Collectors.toUnmodifiableSet());

  private static final long MAX_READS_FOR_CUTS = 5_000_000;

  private final ScannedObjects scanned;
  private final ContainerSteps steps;

  private ReachAnalysis(ScannedObjects scanned) {
    this.scanned = scanned;
    this.steps = new ContainerSteps(scanned);
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
    return reach(container.workload(), List.of(container));
  }

  /** How far somebody gets from the container of a workload that leads furthest. */
  public Reach of(Workload workload) {
    return reach(workload, workload.containers());
  }

  private Reach reach(Workload workload, List<Container> containers) {
    Optional<Field> refusal = Refusal.of(workload, scanned);
    List<List<Step>> found =
        refusal.isPresent() ? List.of() : containers.stream().map(steps::of).toList();
    Optional<StepGraph> furthest =
        found.stream().map(StepGraph::new).reduce(ReachAnalysis::further);
    Verdict verdict = furthest.map(StepGraph::verdict).orElse(Verdict.CONTAINED);
    List<MissingRole> missing = missing(workload, found);
    if (verdict == Verdict.CONTAINED) {
      return new Reach(verdict, List.of(), List.of(), List.of(), missing, refusal);
    }
    Function<List<Change>, Verdict> trial = changes -> after(changes, containers);
    List<Step> path = furthest.orElseThrow().path();
    List<Change> cut = along(path, cheapest(new CutSearch(found, verdict, trial)));
    List<Assumption> used = path.stream().flatMap(s -> s.used().stream()).distinct().toList();
    return new Reach(verdict, path, cut, used, missing, refusal);
  }

  /** A pod of very many parts has its verdict, if no cut can be found within bounds. */
  private static List<Change> cheapest(CutSearch search) {
    List<Change> cut = new ArrayList<>();
    try {
      ReadBudget.limit(MAX_READS_FOR_CUTS, () -> cut.addAll(search.cheapest()));
      return cut;
    } catch (ReadBudget.ExhaustedException e) {
      return List.of();
    }
  }

  /** Changes with those first that stop a step of a path. */
  private static List<Change> along(List<Step> path, List<Change> cut) {
    return cut.stream()
        .sorted(
            Comparator.comparing(
                change -> CutSearch.without(path, List.of(change)).size() == path.size()))
        .toList();
  }

  private static StepGraph further(StepGraph one, StepGraph other) {
    return other.verdict().compareTo(one.verdict()) > 0 ? other : one;
  }

  /** What is not known matters only to who has the account's token. */
  private List<MissingRole> missing(Workload workload, List<List<Step>> found) {
    Account account = Account.of(workload);
    boolean isHeld =
        found.stream().flatMap(List::stream).anyMatch(step -> step.to().equals(Stage.of(account)));
    return isHeld ? RbacGraph.of(scanned).missing(account) : List.of();
  }

  /**
   * The verdict on the same containers in their manifest after some changes, read again. What
   * changes in other objects is told by the steps that it stops.
   */
  private Verdict after(List<Change> changes, List<Container> containers) {
    Workload workload = containers.get(0).workload();
    List<Change> elsewhere = new ArrayList<>(changes);
    elsewhere.removeIf(change -> change.field().object() == workload.object());
    return Change.apply(changes, workload.object())
        .workload(workload.spec().path())
        .map(changed -> furthest(changed, containers, elsewhere))
        .orElse(Verdict.TAKES_CLUSTER);
  }

  private Verdict furthest(Workload changed, List<Container> containers, List<Change> elsewhere) {
    return changed.containers().stream()
        .filter(
            container ->
                containers.stream()
                    .anyMatch(old -> old.field().path().equals(container.field().path())))
        .map(container -> new StepGraph(CutSearch.without(steps.of(container), elsewhere)))
        .map(StepGraph::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.CONTAINED);
  }
}
