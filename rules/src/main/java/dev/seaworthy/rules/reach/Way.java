package dev.seaworthy.rules.reach;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Setting;
import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.Step;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way that leads out of a workload, as a violation: where to cut it, step by step. */
record Way(Workload workload, Reach reach) {

  /** Reports a workload that leads as far as a verdict says, no less and no more. */
  static void report(Verdict verdict, Workload workload, Reach reach, Violations violations) {
    if (reach.verdict() == verdict) {
      violations.report(new Way(workload, reach).violation());
    }
  }

  private Violation violation() {
    Optional<Change> own = reach.cut().stream().filter(this::isOwn).findFirst();
    Optional<Change> first = own.or(() -> reach.cut().stream().findFirst());
    Violation violation =
        Violation.at(own.map(Change::field).orElseGet(this::place), message(first));
    List<Step> steps = reach.path();
    for (int i = 0; i < steps.size(); i++) {
      violation = withStep(violation, i + 1, steps.get(i));
    }
    for (Change change : reach.cut()) {
      if (own.isEmpty() || change != own.get()) {
        violation = violation.with(change.field(), "to stop it, " + change.message());
      }
    }
    return violation;
  }

  private boolean isOwn(Change change) {
    return change.field().object() == workload.object();
  }

  /**
   * Where nothing in the workload's own manifest stops it: what ties it to the way. The key of the
   * account's name stands in the manifest even where a chart has a template make the name.
   */
  private Field place() {
    boolean byAccount = reach.path().stream().anyMatch(step -> step.to().account().isPresent());
    if (!byAccount) {
      return reach.path().get(0).field();
    }
    Setting<String> account = workload.security().serviceAccountName();
    if (!account.isWritten()) {
      return workload.spec();
    }
    Field field = account.field();
    return workload
        .spec()
        .node()
        .map(YamlMapping.class::cast)
        .flatMap(spec -> spec.entry(field.path().name()))
        .map(entry -> field.shownAt(entry.key()))
        .orElse(field);
  }

  private String message(Optional<Change> first) {
    List<Step> steps = reach.path();
    return "workload "
        + reach.verdict().label()
        + " in "
        + steps.size()
        + (steps.size() == 1 ? " step: " : " steps: ")
        + steps.get(steps.size() - 1).message()
        + first.map(this::advice).orElse("");
  }

  private String advice(Change change) {
    int changes = reach.cut().size();
    return "; first" + (changes == 1 ? ", " : " of " + changes + " changes, ") + change.message();
  }

  private Violation withStep(Violation violation, int number, Step step) {
    String name = "step " + number + " of " + reach.path().size() + ": ";
    String what = step.edge().title() + ": " + step.message() + assuming(step.used());
    Violation with = violation.withStep(number, step.field(), name + what);
    for (Field other : step.fields().subList(1, step.fields().size())) {
      with = with.withStep(number, other, name + "together with this");
    }
    return with;
  }

  private String assuming(List<Assumption> used) {
    return used.isEmpty()
        ? ""
        : used.stream()
            .map(assumption -> "that " + assumption.text(workload.cluster()))
            .collect(Collectors.joining(" and ", ", assuming ", ""));
  }
}
