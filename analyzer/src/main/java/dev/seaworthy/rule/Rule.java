package dev.seaworthy.rule;

/**
 * A check. Implement the narrowest hook that does: {@link ContainerRule}, {@link WorkloadRule},
 * {@link ObjectRule}, {@link ContextRule} for what an object means together with others, {@link
 * ReachRule} for what its fields together allow, {@link ProjectRule} for what only all of them
 * show, or {@link ChartRule} for the files of a chart.
 *
 * <p>A rule must be stateless: the same instance judges many objects at once, on several threads.
 */
public sealed interface Rule permits ObjectRule, ContextRule, ProjectRule, ChartRule, ReachRule {

  /** What there is to know about the rule; the same object each time. */
  RuleMetadata metadata();
}
