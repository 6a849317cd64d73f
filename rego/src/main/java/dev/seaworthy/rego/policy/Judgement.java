package dev.seaworthy.rego.policy;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.RuleFailure;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One policy's verdict on one object, with what went wrong on the way. */
final class Judgement {

  /** Evaluates a rule of a policy. */
  @FunctionalInterface
  interface Evaluator {

    /**
     * @param more laid over the top of the policy's data
     * @return the value of the rule; empty if it is undefined
     */
    Optional<RegoValue> evaluate(RegoValue input, RegoObject more) throws RegoException;
  }

  private final RuleMetadata rule;
  private final KubernetesObject object;
  private final PolicySources sources;
  private final List<Problem> problems = new ArrayList<>(0);
  private boolean exhausted;

  Judgement(RuleMetadata rule, KubernetesObject object, PolicySources sources) {
    this.rule = rule;
    this.object = object;
    this.sources = sources;
  }

  /** What the policy says of an input; empty as well if it fails. */
  Optional<RegoValue> evaluate(Evaluator evaluator, RegoValue input, RegoObject more) {
    try {
      return evaluator.evaluate(input, more);
    } catch (RegoException e) {
      for (RegoError error : e.errors()) {
        exhausted |= error.code().equals("eval_budget_error");
        String message = "failed on " + objectName() + ": " + error.code() + ": " + error.message();
        fail(error.location(), message);
      }
      return Optional.empty();
    }
  }

  /** Whether the policy went beyond what it may use for an object. */
  boolean isExhausted() {
    return exhausted;
  }

  /** Notes that the policy yields something that is no finding: the first time is enough. */
  void malformed(RegoLocation place, String message) {
    if (problems.isEmpty()) {
      fail(Optional.of(place), "yields what is no finding on " + objectName() + ": " + message);
    }
  }

  /**
   * @throws RuleFailure if anything went wrong
   */
  void end() {
    if (!problems.isEmpty()) {
      throw new RuleFailure(problems);
    }
  }

  private void fail(Optional<RegoLocation> place, String message) {
    problems.add(
        sources.problem(
            place,
            "rule '" + rule.id() + "' " + message,
            "Its verdict on this object is missing or not complete. Mend the policy, or skip the"
                + " rule."));
  }

  private String objectName() {
    return "'" + object + "' in '" + object.document().source().name() + "'";
  }
}
