package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import java.util.Set;

/**
 * A rule about pods that reach the API server as they are written. What is merged into another
 * object does not, nor does the pod of a custom resource whose controller adds to it, apart from
 * those that copy their template.
 */
interface WholePodRule extends WorkloadRule {

  /** Groups with the built-in kinds of pods. */
  Set<String> BUILT_IN = Set.of("", "apps", "batch");

  /** Custom resources whose controllers make pods of the template as it is. */
  Set<GroupKind> COPIED =
      Set.of(
          new GroupKind("argoproj.io", "Rollout"),
          new GroupKind("apps.kruise.io", "CloneSet"),
          new GroupKind("apps.kruise.io", "StatefulSet"),
          new GroupKind("apps.kruise.io", "DaemonSet"),
          new GroupKind("apps.openshift.io", "DeploymentConfig"));

  /** Judges a pod. */
  void judge(Workload workload, Violations violations);

  @Override
  default void check(Workload workload, Violations violations) {
    if (isWhole(workload.object())) {
      judge(workload, violations);
    }
  }

  /** Whether the pod of an object is all of it. */
  static boolean isWhole(KubernetesObject object) {
    GroupKind kind = GroupKind.of(object);
    return !object.isPatch() && (BUILT_IN.contains(kind.group()) || COPIED.contains(kind));
  }

  /** Whether a pod is a template in another object. */
  static boolean isTemplate(Workload workload) {
    return !workload.spec().path().parent().orElse(FieldPath.ROOT).equals(FieldPath.ROOT);
  }
}
