package dev.seaworthy.engine;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ReadBudget;
import dev.seaworthy.rule.RuleFailure;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Survives what a rule throws, and ends one that does not come to an end by itself: either is a
 * problem.
 *
 * @param maxReads how many fields one piece of work may look up
 */
record RuleGuard(long maxReads) {

  /**
   * A piece of work.
   *
   * @param name what it is called
   * @param object the object that it looks at; empty for what looks at several
   * @param defect what to do if it crashes: a sentence
   */
  record Work(String name, Optional<KubernetesObject> object, String defect) {

    /** What a rule does. */
    static Work of(RuleMetadata rule, Optional<KubernetesObject> object) {
      return new Work(
          "rule '" + rule.id() + "'",
          object,
          "This is a defect of the rule: report it to its author, or skip the rule.");
    }

    private String on() {
      return object.map(known -> " on '" + known + "'").orElse("");
    }

    private Problem problem(ProblemKind kind, String message, String hint) {
      if (object.isEmpty()) {
        return Problem.general(kind, message, hint);
      }
      Location location = Locator.locate(object.get(), FieldPath.ROOT).location();
      return Problem.at(kind, location.file(), location.span(), message, hint);
    }
  }

  /** Does the work; what goes wrong is a problem, and what was done before that stays. */
  void run(Work work, Runnable check, Consumer<Problem> problems) {
    try {
      ReadBudget.limit(maxReads, check);
    } catch (ReadBudget.ExhaustedException e) {
      problems.accept(
          work.problem(
              ProblemKind.RULE_LIMIT,
              work.name + " gave up after " + maxReads + " look-ups" + work.on(),
              "Its verdict is missing. Split the file, or skip the rule."));
    } catch (RuleFailure e) {
      e.problems().forEach(problems);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      problems.accept(
          work.problem(
                  ProblemKind.RULE_CRASHED,
                  work.name + " crashed" + work.on() + ": " + e,
                  "Its verdict is missing. " + work.defect)
              .withDetail(StackTraces.of(e)));
    }
  }
}
