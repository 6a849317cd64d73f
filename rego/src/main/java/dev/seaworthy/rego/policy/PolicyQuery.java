package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.PreparedQuery;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Objects;
import java.util.Optional;

/** Evaluates a rule with the compiled policy that it belongs to. */
record PolicyQuery(PreparedQuery query, RegoObject data, EvaluationOptions options)
    implements Judgement.Evaluator {

  /** Compiles queries for the rules of a policy. */
  @FunctionalInterface
  interface Source {
    Judgement.Evaluator query(String reference) throws RegoException;
  }

  @Override
  public Optional<RegoValue> evaluate(RegoValue input, RegoObject more) throws RegoException {
    return query.value(input, with(more), options);
  }

  private RegoObject with(RegoObject more) {
    RegoObject all = data;
    for (RegoValue key : more.keys()) {
      all = all.with(key, Objects.requireNonNull(more.get(key)));
    }
    return all;
  }
}
