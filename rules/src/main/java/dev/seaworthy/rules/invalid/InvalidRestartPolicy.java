package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Flags a {@code restartPolicy} that the kind of workload does not allow: pods of a controller that
 * keeps them running are always restarted, those of a job never are once they have succeeded.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go">
 *     the checks of jobs</a>
 */
public final class InvalidRestartPolicy implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-restart-policy", "restart policy is not for this kind")
          .category("invalid")
          .remediation(
              "Write 'OnFailure' or 'Never' in jobs; elsewhere remove it, as 'Always' is the"
                  + " default.")
          .references(
              "https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template",
              "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy")
          .build();

  private static final String DEFAULT = "Always";
  private static final Set<String> KNOWN = Set.of(DEFAULT, "OnFailure", "Never");
  private static final List<String> OF_JOBS = List.of("OnFailure", "Never");
  private static final Map<GroupKind, List<String>> ALLOWED = new HashMap<>();

  static {
    ALLOWED.put(GroupKind.core("ReplicationController"), List.of(DEFAULT));
    ALLOWED.put(new GroupKind("batch", "Job"), OF_JOBS);
    ALLOWED.put(new GroupKind("batch", "CronJob"), OF_JOBS);
    for (String kind : List.of("DaemonSet", "Deployment", "ReplicaSet", "StatefulSet")) {
      ALLOWED.put(new GroupKind("apps", kind), List.of(DEFAULT));
    }
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    GroupKind kind = GroupKind.of(workload.object());
    List<String> allowed = ALLOWED.get(kind);
    Field field = workload.spec().get("restartPolicy");
    String policy = field.isPresent() ? field.text() : DEFAULT;
    if (allowed == null || allowed.contains(policy) || !KNOWN.contains(policy)) {
      return;
    }
    String wanted = "'" + String.join("' or '", allowed) + "'";
    String message =
        field.isPresent()
            ? "'restartPolicy' '" + policy + "' is not for a " + kind.kind()
            : "a " + kind.kind() + " needs a 'restartPolicy', as the default is '" + DEFAULT + "'";
    violations.report(field, message + ": it takes " + wanted);
  }
}
