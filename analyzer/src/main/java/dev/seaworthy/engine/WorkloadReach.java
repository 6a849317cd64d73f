package dev.seaworthy.engine;

import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far somebody gets who runs code in a workload, with every place.
 *
 * @param object the object that describes the pod
 * @param path the path of the pod spec from the object's root, such as {@code spec.template.spec}
 * @param location where the pod spec is
 * @param verdict how far
 * @param steps the fewest steps that lead there, in order
 * @param cut the fewest changes that together lower the verdict, the first the one to start with;
 *     empty where nothing in the manifests does
 * @param assumptions what the steps assume, each once
 * @param unknown the bindings whose role is not known: the account may get further
 * @param refusal the label of the namespace by which the API server refuses the pod
 * @param scenarios in which of several renderings of a chart it holds
 */
public record WorkloadReach(
    ObjectReference object,
    String path,
    Location location,
    Verdict verdict,
    List<ReachStep> steps,
    List<ReachCut> cut,
    List<ReachAssumption> assumptions,
    List<RelatedPlace> unknown,
    Optional<RelatedPlace> refusal,
    Scenarios scenarios)
    implements Comparable<WorkloadReach> {

  private static final Comparator<WorkloadReach> ORDER =
      Comparator.comparing(WorkloadReach::verdict, Comparator.reverseOrder())
          .thenComparing(WorkloadReach::location)
          .thenComparing(reach -> reach.object().toString())
          .thenComparing(WorkloadReach::path);

  public WorkloadReach {
    steps = List.copyOf(steps);
    cut = List.copyOf(cut);
    assumptions = List.copyOf(assumptions);
    unknown = List.copyOf(unknown);
  }

  /** The same as it holds in some scenarios. */
  WorkloadReach in(Scenarios holds) {
    return new WorkloadReach(
        object, path, location, verdict, steps, cut, assumptions, unknown, refusal, holds);
  }

  /** The furthest first, then by place. */
  @Override
  public int compareTo(WorkloadReach other) {
    return ORDER.compare(this, other);
  }
}
