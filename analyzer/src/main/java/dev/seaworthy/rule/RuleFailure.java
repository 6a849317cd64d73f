package dev.seaworthy.rule;

import dev.seaworthy.source.Problem;
import java.util.List;

/**
 * Thrown by a rule that cannot judge an object, or not fully, for a reason that somebody can mend:
 * a policy that fails on it. What the rule reported before stays.
 */
public final class RuleFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /**
   * @param problems at least one, which say what to mend and where
   */
  public RuleFailure(List<Problem> problems) {
    super(problems.get(0).message());
    this.problems = List.copyOf(problems);
  }

  /** What to mend. */
  public List<Problem> problems() {
    return problems;
  }
}
