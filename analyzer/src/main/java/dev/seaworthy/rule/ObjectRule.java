package dev.seaworthy.rule;

import dev.seaworthy.model.KubernetesObject;

/** A rule that looks at one object. */
public non-sealed interface ObjectRule extends Rule {

  /** Judges an object. */
  void check(KubernetesObject object, Violations violations);
}
