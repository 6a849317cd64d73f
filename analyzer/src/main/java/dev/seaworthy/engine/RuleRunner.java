package dev.seaworthy.engine;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Project;
import dev.seaworthy.model.ReadBudget;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.rule.ChartRule;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.ProjectRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets rules judge objects: places what they report, survives what they throw. Stateless. */
final class RuleRunner {

  private final List<Active<ObjectRule>> objectRules = new ArrayList<>();
  private final List<Active<ContextRule>> contextRules = new ArrayList<>();
  private final List<Active<ProjectRule>> projectRules = new ArrayList<>();
  private final List<Active<ChartRule>> chartRules = new ArrayList<>();
  private final RuleGuard guard;
  private final ReachRunner reach;

  /** A rule and its metadata, the severity as configured. */
  private record Active<R extends Rule>(R rule, RuleMetadata metadata) {}

  /**
   * @param rules all rules
   * @param selected the metadata of those that run, by id
   */
  RuleRunner(Collection<? extends Rule> rules, Map<String, RuleMetadata> selected, long maxReads) {
    this.guard = new RuleGuard(maxReads);
    for (Rule rule : rules) {
      RuleMetadata metadata = selected.get(rule.metadata().id());
      if (metadata != null && rule instanceof ObjectRule objectRule) {
        objectRules.add(new Active<>(objectRule, metadata));
      }
      if (metadata != null && rule instanceof ContextRule contextRule) {
        contextRules.add(new Active<>(contextRule, metadata));
      }
      if (metadata != null && rule instanceof ProjectRule projectRule) {
        projectRules.add(new Active<>(projectRule, metadata));
      }
      if (metadata != null && rule instanceof ChartRule chartRule) {
        chartRules.add(new Active<>(chartRule, metadata));
      }
    }
    this.reach = new ReachRunner(rules, selected, guard);
  }

  boolean needsProject() {
    return !projectRules.isEmpty();
  }

  /** The kinds of objects that rules look up. */
  Set<GroupKind> lookedUp() {
    return Stream.concat(
            contextRules.stream().flatMap(active -> active.rule().kinds().stream()),
            reach.lookedUp().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Judges one object by itself. */
  void run(KubernetesObject object, FindingSink<Hit> hits, Consumer<Problem> problems) {
    for (Active<ObjectRule> active : objectRules) {
      Violations violations = reportTo(anywhere -> hits, active.metadata());
      guard.run(
          RuleGuard.Work.of(active.metadata(), Optional.of(object)),
          () -> active.rule().check(object, violations),
          problems);
    }
  }

  /**
   * Judges one object by others.
   *
   * @param scanned the objects of {@link #lookedUp()}
   */
  void run(
      KubernetesObject object,
      ScannedObjects scanned,
      FindingSink<Hit> hits,
      Consumer<Problem> problems) {
    for (Active<ContextRule> active : contextRules) {
      Violations violations = reportTo(anywhere -> hits, active.metadata());
      guard.run(
          RuleGuard.Work.of(active.metadata(), Optional.of(object)),
          () -> active.rule().check(object, scanned, violations),
          problems);
    }
  }

  /** Finds out how far the workloads of an object lead, if a rule wants to know. */
  List<WorkloadReach> reach(
      KubernetesObject object,
      SourceAnalysis.Context context,
      FindingSink<Hit> hits,
      Consumer<Problem> problems) {
    return reach.run(object, context, hits, problems);
  }

  /**
   * Judges all objects together.
   *
   * @param hits takes what is found in a file, by its text and not by its name: several sources may
   *     share one
   */
  void run(
      Project project, Function<SourceText, FindingSink<Hit>> hits, Consumer<Problem> problems) {
    for (Active<ProjectRule> active : projectRules) {
      Violations violations = reportTo(hits, active.metadata());
      guard.run(
          RuleGuard.Work.of(active.metadata(), Optional.empty()),
          () -> active.rule().check(project, violations),
          problems);
    }
  }

  /** Judges the files of a chart. */
  void run(Rendering chart, FindingSink<Hit> hits, Consumer<Problem> problems) {
    for (Active<ChartRule> active : chartRules) {
      RuleMetadata rule = active.metadata();
      ChartRule.Report report =
          (location, message) ->
              hits.offer(rule.id(), prints -> Hit.of(rule, location, message, prints));
      guard.run(
          RuleGuard.Work.of(rule, Optional.empty()),
          () -> active.rule().check(chart, report),
          problems);
    }
  }

  /** Takes what a rule reports, and keeps it as hits. */
  static Violations reportTo(Function<SourceText, FindingSink<Hit>> hits, RuleMetadata rule) {
    return violation -> {
      // a finding beyond the bound looks nothing up, and reporting must come to an end as well
      ReadBudget.spend(1);
      if (violation.field().isLeftOpen()) {
        return;
      }
      SourceText file = violation.field().object().document().source();
      hits.apply(file).offer(rule.id(), fingerprints -> Hit.of(rule, violation, fingerprints));
    };
  }
}
