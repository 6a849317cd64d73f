package dev.seaworthy.rego.testing;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.trace.TraceEvent.Operand;
import java.util.List;
import java.util.Optional;

/**
 * What became of a test.
 *
 * @param location where its first rule starts
 * @param packageName such as {@code data.app_test}
 * @param name such as {@code test_denies}; a table's without its keys
 * @param outcome whether it passed
 * @param nanoseconds how long it took
 * @param output what it printed, each print with a line break
 * @param error why it could not be evaluated to the end
 * @param failures the statements for which it failed, innermost first; none if no rule was tried
 * @param cases of a table of cases, in the order in which they were evaluated
 */
public record TestResult(
    RegoLocation location,
    String packageName,
    String name,
    Outcome outcome,
    long nanoseconds,
    String output,
    Optional<RegoError> error,
    List<Failure> failures,
    List<Case> cases) {

  public TestResult {
    failures = List.copyOf(failures);
    cases = List.copyOf(cases);
  }

  /** Whether a test passed. */
  public enum Outcome {
    PASS,
    FAIL,
    /** The evaluation ended in an error. */
    ERROR,
    /** The name starts with {@code todo_}: the test was not evaluated. */
    SKIPPED
  }

  /**
   * A statement that did not hold.
   *
   * @param location where it is written
   * @param operands its variables and references, with their values
   */
  public record Failure(RegoLocation location, List<Operand> operands) {
    public Failure {
      operands = List.copyOf(operands);
    }
  }

  /**
   * A case of a table.
   *
   * @param keys the keys that name it: one, unless tables are nested
   * @param failures the statements for which it failed
   */
  public record Case(List<String> keys, boolean passed, List<Failure> failures) {
    public Case {
      keys = List.copyOf(keys);
      failures = List.copyOf(failures);
    }
  }

  /** The path of the test, such as {@code data.app_test.test_denies}. */
  public String path() {
    return packageName + "." + name;
  }
}
