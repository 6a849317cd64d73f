package dev.seaworthy.engine;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;

/**
 * A finding that has not been held against the suppressions yet.
 *
 * @param finding the finding
 * @param object the object it is about
 * @param path the field
 */
record Hit(Finding finding, KubernetesObject object, FieldPath path) {

  /** The line that the finding starts on, starting at 1. */
  int line() {
    return finding.location().span().start().line();
  }
}
