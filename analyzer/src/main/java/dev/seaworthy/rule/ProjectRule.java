package dev.seaworthy.rule;

import dev.seaworthy.model.Project;

/** A rule that looks at all objects of an analysis together. */
public non-sealed interface ProjectRule extends Rule {

  /** Judges the whole. */
  void check(Project project, Violations violations);
}
