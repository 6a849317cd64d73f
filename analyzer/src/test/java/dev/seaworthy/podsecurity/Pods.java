package dev.seaworthy.podsecurity;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.source.Source;
import java.util.ArrayList;
import java.util.List;

/** Reads pods for tests. */
final class Pods {

  private Pods() {}

  /** The only pod in a manifest. */
  static Workload in(String manifest) {
    Collector collector = new Collector(new ArrayList<>());
    Analyzer.builder()
        .rules(List.of(collector))
        .selection(RuleSelection.of(Profile.ALL))
        .parallelism(1)
        .build()
        .analyze(Source.of("pod.yaml", manifest));
    if (collector.found().size() != 1) {
      throw new AssertionError("one pod expected, not " + collector.found().size());
    }
    return collector.found().get(0);
  }

  private record Collector(List<Workload> found) implements WorkloadRule {

    @Override
    public RuleMetadata metadata() {
      return RuleMetadata.builder("collector", "collects pods")
          .category("test")
          .remediation("None.")
          .build();
    }

    @Override
    public void check(Workload workload, Violations violations) {
      found.add(workload);
    }
  }
}
