package dev.seaworthy.rule;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import java.util.Set;

/**
 * A rule that looks at one object in the light of others: a workload by the labels of its
 * namespace. What it may look up is of few kinds, which are kept for the whole analysis; a {@link
 * ProjectRule} has all objects kept, which takes more memory.
 */
public non-sealed interface ContextRule extends Rule {

  /** The kinds of the objects that it looks up; the same each time. */
  Set<GroupKind> kinds();

  /**
   * Judges an object.
   *
   * @param scanned the objects of {@link #kinds()} that were found, and maybe others
   */
  void check(KubernetesObject object, ScannedObjects scanned, Violations violations);
}
