package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import java.util.Optional;

/** Ends an evaluation from within. */
public final class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient RegoError error;

  private EvaluationException(RegoError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  static EvaluationException conflict(RegoLocation location, String message) {
    return new EvaluationException(RegoError.at(location, "eval_conflict_error", message));
  }

  static EvaluationException objectKeys(RegoLocation location) {
    return conflict(location, "object keys must be unique");
  }

  static EvaluationException of(RegoLocation location, String code, String message) {
    return new EvaluationException(RegoError.at(location, code, message));
  }

  static EvaluationException internal(String message) {
    return new EvaluationException(new RegoError("eval_internal_error", Optional.empty(), message));
  }

  public RegoError error() {
    return error;
  }
}
