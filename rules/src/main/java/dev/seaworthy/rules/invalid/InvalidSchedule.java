package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.Set;

/**
 * Flags schedules and time zones of CronJobs that the API server cannot read.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidSchedule implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-schedule", "schedule or time zone of a CronJob is refused")
          .category("invalid")
          .remediation(
              "Write five fields, such as '30 3 * * *', or a name such as '@daily', and the time"
                  + " zone in 'timeZone'.")
          .references(
              "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax",
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/cron-job-v1/")
          .build();

  private static final String ZONE = "TZ";

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("batch/v1", "CronJob"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field schedule = object.root().get("spec", "schedule");
    Field zone = object.root().get("spec", "timeZone");
    String text = schedule.string().orElse("");
    if (text.contains(ZONE)) {
      checkZoneInside(schedule, zone, violations);
    } else if (!text.isEmpty() && !Placeholder.isIn(text)) {
      CronSchedule.fault(text)
          .ifPresent(
              fault -> violations.report(schedule, "schedule '" + text + "' is refused: " + fault));
    }
    if (zone.string().filter(String::isEmpty).isPresent()) {
      violations.report(zone, "'timeZone' is empty: remove it, or name a zone");
    } else if (zone.string().isPresent()) {
      String name = zone.text();
      RefusedName.report("time zone", zone, name, TimeZoneName.fault(name), violations);
    }
  }

  /** Beside the field it was never taken; alone, servers of 1.28 and some after take it. */
  private static void checkZoneInside(Field schedule, Field zone, Violations violations) {
    boolean refused = zone.isPresent() || schedule.object().cluster().version().isAtLeast(1, 30);
    if (refused && !Placeholder.isIn(schedule.text())) {
      violations.report(
          Violation.at(
                  schedule, "a schedule has no time zone in its text: write it as 'timeZone' alone")
              .with(zone, "this is the field"));
    }
  }
}
