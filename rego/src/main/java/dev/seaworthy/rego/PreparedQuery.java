package dev.seaworthy.rego;

import dev.seaworthy.rego.eval.Program;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;

/**
 * A compiled query. Immutable; safe for any number of threads. An evaluation depends on nothing but
 * its arguments.
 */
public final class PreparedQuery {

  private final Program program;
  private final RegoObject data;

  PreparedQuery(Program program, RegoObject data) {
    this.program = program;
    this.data = data;
  }

  /** Evaluates the query with the data of the policy and the default options. */
  public List<QueryResult> evaluate(RegoValue input) throws RegoException {
    return evaluate(Optional.of(input), data, EvaluationOptions.DEFAULT);
  }

  /**
   * Evaluates the query.
   *
   * @param input the document {@code input}; undefined if empty
   * @param baseData the base document of {@code data}, instead of the policy's
   * @return the solutions; none if the query is undefined
   * @throws RegoException if rules are in conflict, or the options stop the evaluation
   */
  public List<QueryResult> evaluate(
      Optional<RegoValue> input, RegoObject baseData, EvaluationOptions options)
      throws RegoException {
    return program.run(input.orElse(null), baseData, options);
  }

  /** The value of the first statement in the first solution: that of {@code data.app.deny}. */
  public Optional<RegoValue> value(RegoValue input) throws RegoException {
    return value(input, EvaluationOptions.DEFAULT);
  }

  /** The value as of {@link #value(RegoValue)}, with other options than the default ones. */
  public Optional<RegoValue> value(RegoValue input, EvaluationOptions options)
      throws RegoException {
    return value(input, data, options);
  }

  /** The value as of {@link #value(RegoValue)}, with other data than the policy's. */
  public Optional<RegoValue> value(RegoValue input, RegoObject baseData, EvaluationOptions options)
      throws RegoException {
    return evaluate(Optional.of(input), baseData, options).stream()
        .findFirst()
        .map(result -> result.expressions().get(0));
  }
}
