package dev.seaworthy.rule;

import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;

/**
 * A rule about how far somebody gets who runs code in a workload. What that is is found out once
 * for each workload, and only if such a rule is to run.
 */
public non-sealed interface ReachRule extends Rule {

  /**
   * Judges a workload.
   *
   * @param reach how far its containers lead
   */
  void check(Workload workload, Reach reach, Violations violations);
}
