package dev.seaworthy.rule;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Workload;

/** A rule that looks at one container of any type. */
public interface ContainerRule extends WorkloadRule {

  /** Judges a container. */
  void check(Container container, Violations violations);

  @Override
  default void check(Workload workload, Violations violations) {
    for (Container container : workload.containers()) {
      check(container, violations);
    }
  }
}
