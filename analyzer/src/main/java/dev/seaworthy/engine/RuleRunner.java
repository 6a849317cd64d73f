package dev.seaworthy.engine;

import dev.seaworthy.model.ContainerType;
import dev.seaworthy.model.FieldPath;
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
import dev.seaworthy.rule.RuleFailure;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.RelatedPlace;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets rules judge objects: places what they report, survives what they throw. Stateless. */
final class RuleRunner {

  private final List<Active<ObjectRule>> objectRules = new ArrayList<>();
  private final List<Active<ContextRule>> contextRules = new ArrayList<>();
  private final List<Active<ProjectRule>> projectRules = new ArrayList<>();
  private final List<Active<ChartRule>> chartRules = new ArrayList<>();
  private final long maxReads;

  /** A rule and its metadata, the severity as configured. */
  private record Active<R extends Rule>(R rule, RuleMetadata metadata) {}

  /**
   * @param rules all rules
   * @param selected the metadata of those that run, by id
   */
  RuleRunner(Collection<? extends Rule> rules, Map<String, RuleMetadata> selected, long maxReads) {
    this.maxReads = maxReads;
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
  }

  boolean needsProject() {
    return !projectRules.isEmpty();
  }

  /** The kinds of objects that rules look up. */
  Set<GroupKind> lookedUp() {
    return contextRules.stream()
        .flatMap(active -> active.rule().kinds().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Judges one object by itself. */
  void run(KubernetesObject object, FindingSink<Hit> hits, Consumer<Problem> problems) {
    for (Active<ObjectRule> active : objectRules) {
      Violations violations = reportTo(anywhere -> hits, active.metadata());
      guard(
          active.metadata(),
          Optional.of(object),
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
      guard(
          active.metadata(),
          Optional.of(object),
          () -> active.rule().check(object, scanned, violations),
          problems);
    }
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
      guard(
          active.metadata(),
          Optional.empty(),
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
              hits.offer(rule.id(), prints -> hit(rule, location, message, prints));
      guard(rule, Optional.empty(), () -> active.rule().check(chart, report), problems);
    }
  }

  private static Hit hit(
      RuleMetadata rule, Location location, String message, Fingerprints fingerprints) {
    Finding finding =
        new Finding(
            rule,
            message,
            location,
            Optional.empty(),
            Optional.empty(),
            "",
            List.of(),
            fingerprints.next(rule.id(), location.file(), message));
    return new Hit(finding, Optional.empty(), FieldPath.ROOT, List.of());
  }

  private static Violations reportTo(
      Function<SourceText, FindingSink<Hit>> hits, RuleMetadata rule) {
    return violation -> {
      // a finding beyond the bound looks nothing up, and reporting must come to an end as well
      ReadBudget.spend(1);
      if (violation.field().isLeftOpen()) {
        return;
      }
      SourceText file = violation.field().object().document().source();
      hits.apply(file).offer(rule.id(), fingerprints -> hit(rule, violation, fingerprints));
    };
  }

  private void guard(
      RuleMetadata rule,
      Optional<KubernetesObject> object,
      Runnable check,
      Consumer<Problem> problems) {
    try {
      ReadBudget.limit(maxReads, check);
    } catch (ReadBudget.ExhaustedException e) {
      problems.accept(
          problem(
              ProblemKind.RULE_LIMIT,
              object,
              "rule '" + rule.id() + "' gave up after " + maxReads + " look-ups" + on(object),
              "Its verdict is missing. Split the file, or skip the rule."));
    } catch (RuleFailure e) {
      e.problems().forEach(problems);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      problems.accept(
          problem(
                  ProblemKind.RULE_CRASHED,
                  object,
                  "rule '" + rule.id() + "' crashed" + on(object) + ": " + e,
                  "Its verdict is missing. This is a defect of the rule: report it to its author,"
                      + " or skip the rule.")
              .withDetail(StackTraces.of(e)));
    }
  }

  private static String on(Optional<KubernetesObject> object) {
    return object.map(known -> " on '" + known + "'").orElse("");
  }

  private static Problem problem(
      ProblemKind kind, Optional<KubernetesObject> object, String message, String hint) {
    if (object.isEmpty()) {
      return Problem.general(kind, message, hint);
    }
    Location location = Locator.locate(object.get(), FieldPath.ROOT).location();
    return Problem.at(kind, location.file(), location.span(), message, hint);
  }

  private static Hit hit(RuleMetadata rule, Violation violation, Fingerprints fingerprints) {
    KubernetesObject object = violation.field().object();
    FieldPath path = violation.field().path();
    Locator.Place place = Locator.locate(violation.field());
    Location location = place.location();
    List<RelatedPlace> origins =
        place
            .source()
            .map()
            .map(map -> map.related(Locator.trace(object, path)))
            .orElseGet(List::of);
    List<RelatedPlace> related = new ArrayList<>(place.through());
    related.addAll(origins);
    for (Violation.Related other : violation.related()) {
      Locator.Place at = Locator.locate(other.field());
      related.add(new RelatedPlace(at.location(), other.message()));
    }
    Finding finding =
        new Finding(
            rule,
            violation.message(),
            location,
            Optional.of(object.reference()),
            container(object, path),
            path.toString(),
            related,
            fingerprints.next(rule.id(), object, path),
            Scenarios.NONE,
            place.rendered(location));
    return new Hit(finding, Optional.of(object), path, origins);
  }

  /** The container whose mapping holds the field. */
  private static Optional<String> container(KubernetesObject object, FieldPath path) {
    for (FieldPath step : path.steps()) {
      if (step.isIndex() && isContainer(object, step)) {
        String name = object.root().get(step).get("name").text();
        return Optional.of(name).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** Told by the path alone: looking at all containers for each finding would take too long. */
  private static boolean isContainer(KubernetesObject object, FieldPath item) {
    FieldPath list = item.parent().orElseThrow();
    return Arrays.stream(ContainerType.values()).anyMatch(type -> type.field().equals(list.name()))
        && list.parent().flatMap(object::workload).isPresent();
  }
}
