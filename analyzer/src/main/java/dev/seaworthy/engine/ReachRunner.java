package dev.seaworthy.engine;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.ReachAnalysis;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds out how far workloads lead, once for all rules that want to know. Stateless. */
final class ReachRunner {

  private final Map<ReachRule, RuleMetadata> rules = new LinkedHashMap<>();
  private final RuleGuard guard;

  /**
   * @param all all rules
   * @param selected the metadata of those that run, by id
   */
  ReachRunner(Collection<? extends Rule> all, Map<String, RuleMetadata> selected, RuleGuard guard) {
    this.guard = guard;
    for (Rule rule : all) {
      RuleMetadata metadata = selected.get(rule.metadata().id());
      if (metadata != null && rule instanceof ReachRule reachRule) {
        rules.put(reachRule, metadata);
      }
    }
  }

  /** The kinds of objects that are looked up. */
  Set<GroupKind> lookedUp() {
    return rules.isEmpty() ? Set.of() : ReachAnalysis.kinds();
  }

  /**
   * Looks at the workloads of an object. What a patch leaves out is unknown, and with it how far
   * the workload leads.
   *
   * @return one for each workload that could be looked at
   */
  List<WorkloadReach> run(
      KubernetesObject object,
      SourceAnalysis.Context context,
      FindingSink<Hit> hits,
      Consumer<Problem> problems) {
    if (rules.isEmpty() || object.isPatch()) {
      return List.of();
    }
    List<WorkloadReach> found = new ArrayList<>(object.workloads().size());
    for (Workload workload : object.workloads()) {
      List<Reach> reach = new ArrayList<>(1);
      guard.run(
          work(object),
          () -> {
            Reach known = ReachAnalysis.of(context.scanned()).of(workload);
            found.add(ReachLocator.locate(workload, known, context.scenarios()));
            reach.add(known);
          },
          problems);
      reach.forEach(known -> judge(workload, known, hits, problems));
    }
    return found;
  }

  private RuleGuard.Work work(KubernetesObject object) {
    return new RuleGuard.Work(
        "reach",
        Optional.of(object),
        "This is a defect of the analyser: report it, or skip the rules of category 'reach'.");
  }

  private void judge(
      Workload workload, Reach reach, FindingSink<Hit> hits, Consumer<Problem> problems) {
    rules.forEach(
        (rule, metadata) -> {
          Violations violations = RuleRunner.reportTo(anywhere -> hits, metadata);
          guard.run(
              RuleGuard.Work.of(metadata, Optional.of(workload.object())),
              () -> rule.check(workload, reach, violations),
              problems);
        });
  }
}
