package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a job does about pods that fail.
 *
 * @param spec the spec of the job
 * @param version of the server
 */
record FailurePolicy(Field spec, KubernetesVersion version) {

  private static final OneOf CONDITIONS = OneOf.of("onExitCodes", "onPodConditions");

  void check(Violations violations) {
    Field policy = spec.get("podFailurePolicy");
    Field restart = spec.get("template", "spec", "restartPolicy");
    if (restart.text().equals("OnFailure")) {
      violations.report(
          Violation.at(restart, "with 'podFailurePolicy', 'restartPolicy' is 'Never'")
              .with(policy, "this is the policy"));
    }
    Field replacement = spec.get("podReplacementPolicy");
    if (version.isAtLeast(1, 34) && replacement.text().equals("TerminatingOrFailed")) {
      violations.report(
          Violation.at(replacement, "with 'podFailurePolicy', 'podReplacementPolicy' is 'Failed'")
              .with(policy, "this is the policy"));
    }
    policy.get("rules").items().forEach(rule -> checkRule(rule, violations));
  }

  private void checkRule(Field rule, Violations violations) {
    boolean none =
        rule.get("onPodConditions").isList() && rule.get("onPodConditions").items().isEmpty();
    if (!none) {
      CONDITIONS.check(rule, "the rule", List.of("action"), violations);
    }
    Field action = rule.get("action");
    boolean perIndex = spec.get("backoffLimitPerIndex").isPresent();
    if (version.isAtLeast(1, 33) && action.text().equals("FailIndex") && !perIndex) {
      violations.report(action, "action 'FailIndex' needs 'backoffLimitPerIndex'");
    }
    Field codes = rule.get("onExitCodes");
    checkContainer(codes.get("containerName"), violations);
    checkCodes(codes, violations);
  }

  private void checkContainer(Field field, Violations violations) {
    String name = field.string().orElse("");
    Field pod = spec.get("template", "spec");
    List<String> names =
        Stream.of("containers", "initContainers")
            .flatMap(list -> pod.get(list).items().stream())
            .map(container -> container.get("name").text())
            .toList();
    if (!name.isEmpty()
        && Stream.concat(names.stream(), Stream.of(name)).noneMatch(Placeholder::isIn)
        && !names.contains(name)) {
      violations.report(
          field, "no container is named '" + name + "'" + Suggestions.didYouMean(name, names));
    }
  }

  private static void checkCodes(Field codes, Violations violations) {
    List<Long> before = new ArrayList<>();
    for (Field code : codes.get("values").items()) {
      if (code.integer().isEmpty()) {
        return;
      }
      long value = code.integer().get();
      if (value == 0 && codes.get("operator").text().equals("In")) {
        violations.report(code, "exit code 0 is success, and no failure to look for");
      } else if (before.contains(value)) {
        violations.report(code, "exit code " + value + " is there twice");
      } else if (before.stream().anyMatch(other -> other > value)) {
        violations.report(codes.get("values"), "exit codes are needed in ascending order");
        return;
      }
      before.add(value);
    }
  }
}
