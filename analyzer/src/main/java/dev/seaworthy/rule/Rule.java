package dev.seaworthy.rule;

/**
 * A check. Implement the narrowest hook that does: {@link ContainerRule}, {@link WorkloadRule},
 * {@link ObjectRule}, or {@link ProjectRule} for what no single object shows.
 *
 * <p>A rule must be stateless: the same instance judges many objects at once, on several threads.
 */
public sealed interface Rule permits ObjectRule, ProjectRule {

  /** What there is to know about the rule; the same object each time. */
  RuleMetadata metadata();
}
