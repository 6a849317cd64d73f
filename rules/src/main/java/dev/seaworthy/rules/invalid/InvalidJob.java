package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Set;

/**
 * Flags jobs whose fields contradict each other: those of indexed jobs on others, and policies that
 * the API server refuses. A field is judged from the version on in which no feature gate drops it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidJob implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-job", "fields of a job contradict each other")
          .category("invalid")
          .remediation(
              "Write the completion mode that the fields are for, and rules with one condition"
                  + " each.")
          .references(
              "https://kubernetes.io/docs/concepts/workloads/controllers/job/",
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/")
          .build();

  private static final ApiKind JOB = new ApiKind("batch/v1", "Job");
  private static final ApiKind CRON_JOB = new ApiKind("batch/v1", "CronJob");
  private static final String INDEXED = "Indexed";
  private static final List<String> OF_INDEXES =
      List.of("backoffLimitPerIndex", "maxFailedIndexes", "successPolicy");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(JOB, CRON_JOB);
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    boolean job = ApiKind.of(object).equals(JOB);
    Field root = object.root();
    Field spec = job ? root.get("spec") : root.get("spec", "jobTemplate", "spec");
    checkSelector(spec, job, violations);
    String mode = spec.get("completionMode").text();
    if (Placeholder.isIn(mode)) {
      return;
    }
    if (mode.equals(INDEXED)) {
      checkIndexed(spec, job, violations);
    } else if (object.cluster().version().isAtLeast(1, 33)) {
      for (String name : OF_INDEXES) {
        Field field = spec.get(name);
        if (field.isPresent()) {
          violations.report(field, "'" + name + "' needs the 'completionMode' 'Indexed'");
        }
      }
    }
    KubernetesVersion version = object.cluster().version();
    if (version.isAtLeast(1, 31) && spec.get("podFailurePolicy").isPresent()) {
      new FailurePolicy(spec, version).check(violations);
    }
  }

  /** The API server makes it, so that no two jobs have the same pods. */
  private static void checkSelector(Field spec, boolean job, Violations violations) {
    Field selector = spec.get("selector");
    boolean manual = spec.get("manualSelector").isPresent();
    boolean empty = selector.members().stream().noneMatch(Field::isPresent);
    if (selector.isMapping() && !manual && !(job && empty)) {
      violations.report(selector, "the API server makes the selector of a job: remove this one");
    }
  }

  /** Without {@code parallelism}, a job of its own has one completion by default. */
  private static void checkIndexed(Field spec, boolean job, Violations violations) {
    Field completions = spec.get("completions");
    if (!completions.isPresent() && (!job || spec.get("parallelism").isPresent())) {
      violations.report(
          Violation.at(spec, "an indexed job needs 'completions'")
              .with(spec.get("completionMode"), "this is its mode"));
    }
    if (!spec.object().cluster().version().isAtLeast(1, 33)) {
      return;
    }
    Field failed = spec.get("maxFailedIndexes");
    if (failed.isPresent() && !spec.get("backoffLimitPerIndex").isPresent()) {
      violations.report(failed, "'maxFailedIndexes' needs 'backoffLimitPerIndex'");
    }
    long most = completions.integer().orElse(Long.MAX_VALUE);
    if (failed.integer().filter(number -> number > most).isPresent()) {
      violations.report(
          Violation.at(failed, "'maxFailedIndexes' is over 'completions' " + completions.text())
              .with(completions, "these are the completions"));
    }
    for (Field rule : spec.get("successPolicy", "rules").items()) {
      Field count = rule.get("succeededCount");
      if (count.integer().filter(number -> number > most).isPresent()) {
        violations.report(
            Violation.at(count, "'succeededCount' is over 'completions' " + completions.text())
                .with(completions, "these are the completions"));
      }
      if (rule.isMapping() && rule.members().stream().noneMatch(Field::isPresent)) {
        violations.report(rule, "the rule needs 'succeededIndexes' or 'succeededCount'");
      }
    }
  }
}
