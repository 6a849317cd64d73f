package dev.seaworthy.report.graph;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.ReachStep;
import dev.seaworthy.engine.Scenarios;
import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.Edge;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.Stage;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Workloads with paths of any shape. */
final class Paths {

  static final Stage CODE = Stage.START;
  static final Stage ROOT = Stage.of(Foothold.ROOT);
  static final Stage HOST_VIEW = Stage.of(Foothold.HOST_VIEW);
  static final Stage NODE = Stage.of(Foothold.NODE);
  static final Stage CLUSTER = Stage.of(Foothold.CLUSTER);

  private static final Location PLACE = Location.exact("deploy/all.yaml", Span.FILE_START);

  private Paths() {}

  static Stage account(String name) {
    return Stage.of(new Account("shop", name));
  }

  static ReachStep step(String edge, Stage from, Stage to) {
    return step(edge, from, to, Optional.empty());
  }

  static ReachStep step(String edge, Stage from, Stage to, String role) {
    ObjectReference reference =
        new ObjectReference("rbac.authorization.k8s.io/v1", "ClusterRole", Optional.empty(), role);
    return step(edge, from, to, Optional.of(reference));
  }

  private static ReachStep step(String id, Stage from, Stage to, Optional<ObjectReference> role) {
    Edge edge =
        new DefinedEdge<Void>(
            id,
            "does " + id,
            from.foothold(),
            to.foothold(),
            "Because.",
            "https://example.org",
            List.of(),
            nothing -> List.of());
    return new ReachStep(edge, from, to, "may " + id, PLACE, List.of(), role);
  }

  static WorkloadReach workload(String name, ReachStep... steps) {
    Verdict verdict =
        Arrays.stream(steps)
            .map(step -> step.to().foothold().verdict())
            .max(Verdict::compareTo)
            .orElse(Verdict.CONTAINED);
    return new WorkloadReach(
        new ObjectReference("v1", "Pod", Optional.of("shop"), name),
        "spec",
        PLACE,
        verdict,
        List.of(steps),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Scenarios.NONE);
  }

  static WorkloadReach in(WorkloadReach reach, String... scenarios) {
    return new WorkloadReach(
        reach.object(),
        reach.path(),
        reach.location(),
        reach.verdict(),
        reach.steps(),
        reach.cut(),
        reach.assumptions(),
        reach.unknown(),
        reach.refusal(),
        new Scenarios(List.of(scenarios), false));
  }

  static AnalysisResult result(List<WorkloadReach> workloads) {
    return new AnalysisResult(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        workloads.stream().sorted().toList());
  }
}
