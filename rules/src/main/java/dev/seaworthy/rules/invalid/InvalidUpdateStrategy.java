package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flags updates and disruption budgets that the API server refuses: with no pod that may go or
 * come, or with settings of another strategy.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidUpdateStrategy implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-update-strategy", "update or disruption budget is refused")
          .category("invalid")
          .remediation(
              "Allow an update one pod more or one pod less, and a budget one of its two bounds.")
          .references(
              "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy",
              "https://kubernetes.io/docs/tasks/run-application/configure-pdb/")
          .build();

  private static final ApiKind DEPLOYMENT = new ApiKind("apps/v1", "Deployment");
  private static final ApiKind DAEMON_SET = new ApiKind("apps/v1", "DaemonSet");
  private static final ApiKind STATEFUL_SET = new ApiKind("apps/v1", "StatefulSet");
  private static final ApiKind BUDGET = new ApiKind("policy/v1", "PodDisruptionBudget");
  private static final OneOf BOUNDS = OneOf.of("minAvailable", "maxUnavailable");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,9})%");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(DEPLOYMENT, DAEMON_SET, STATEFUL_SET, BUDGET);
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    ApiKind kind = ApiKind.of(object);
    Field spec = object.root().get("spec");
    if (kind.equals(BUDGET)) {
      if (BOUNDS.in(spec).size() > 1) {
        BOUNDS.reportTwo(BOUNDS.in(spec), "the budget", violations);
      }
      BOUNDS.in(spec).forEach(bound -> checkPercent(bound, violations));
    } else if (kind.equals(DEPLOYMENT)) {
      checkStrategy(spec.get("strategy"), "Recreate", violations);
      checkDeadline(spec, violations);
    } else if (kind.equals(STATEFUL_SET)) {
      checkStrategy(spec.get("updateStrategy"), "OnDelete", violations);
    } else if (!spec.get("updateStrategy", "type").text().equals("OnDelete")) {
      checkBounds(spec.get("updateStrategy", "rollingUpdate"), true, violations);
    }
  }

  /**
   * @param other the strategy that has no settings of a rolling update
   */
  private static void checkStrategy(Field strategy, String other, Violations violations) {
    Field settings = strategy.get("rollingUpdate");
    if (strategy.get("type").text().equals(other) && settings.isPresent()) {
      violations.report(
          Violation.at(settings, "the strategy '" + other + "' has no 'rollingUpdate'")
              .with(strategy.get("type"), "this is the strategy"));
    } else if (other.equals("Recreate")) {
      checkBounds(settings, false, violations);
    }
  }

  /** A daemon set takes one of them, and has one pod less by default. */
  private static void checkBounds(Field settings, boolean daemonSet, Violations violations) {
    Field less = settings.get("maxUnavailable");
    Field more = settings.get("maxSurge");
    Optional<Long> down = amount(less);
    Optional<Long> up = daemonSet && !more.isPresent() ? Optional.of(0L) : amount(more);
    if (isZero(down) && isZero(up)) {
      violations.report(
          Violation.at(less, "'maxUnavailable' and 'maxSurge' are both 0, so no pod can be updated")
              .with(more, "this is 'maxSurge'"));
    }
    boolean lessByDefault = daemonSet && !less.isPresent();
    boolean both = down.isPresent() && up.isPresent() && !isZero(down) && !isZero(up);
    if (daemonSet && both && !lessByDefault) {
      violations.report(
          Violation.at(more, "a DaemonSet takes 'maxSurge' or 'maxUnavailable', not both")
              .with(less, "this is 'maxUnavailable'"));
    }
    for (Field bound : daemonSet ? List.of(less, more) : List.of(less)) {
      checkPercent(bound, violations);
    }
  }

  private static void checkPercent(Field bound, Violations violations) {
    Matcher percent = PERCENT.matcher(bound.string().orElse(""));
    if (percent.matches() && Integer.parseInt(percent.group(1)) > 100) {
      violations.report(bound, "'" + bound.path().name() + "' '" + bound.text() + "' is over 100%");
    }
  }

  private static void checkDeadline(Field spec, Violations violations) {
    Field deadline = spec.get("progressDeadlineSeconds");
    long ready = spec.get("minReadySeconds").integer().orElse(0L);
    if (deadline.integer().filter(seconds -> seconds >= 0 && seconds <= ready).isPresent()) {
      violations.report(
          Violation.at(
                  deadline,
                  "'progressDeadlineSeconds' "
                      + deadline.text()
                      + " is not over 'minReadySeconds' "
                      + ready)
              .with(spec.get("minReadySeconds"), "this is the time to be ready"));
    }
  }

  private static Optional<Long> amount(Field bound) {
    Matcher percent = PERCENT.matcher(bound.string().orElse(""));
    return percent.matches() ? Optional.of(Long.valueOf(percent.group(1))) : bound.integer();
  }

  private static boolean isZero(Optional<Long> amount) {
    return amount.filter(number -> number == 0).isPresent();
  }
}
