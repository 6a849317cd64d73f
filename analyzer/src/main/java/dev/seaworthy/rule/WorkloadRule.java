package dev.seaworthy.rule;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Workload;

/** A rule that looks at one pod: objects without pods never meet it. */
public interface WorkloadRule extends ObjectRule {

  /** Judges a pod or pod template. */
  void check(Workload workload, Violations violations);

  @Override
  default void check(KubernetesObject object, Violations violations) {
    for (Workload workload : object.workloads()) {
      check(workload, violations);
    }
  }
}
