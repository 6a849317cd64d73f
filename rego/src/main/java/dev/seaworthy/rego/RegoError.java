package dev.seaworthy.rego;

import java.util.Optional;

/**
 * What is wrong with a policy, or went wrong in its evaluation.
 *
 * @param code OPA's name for the kind of error, such as {@code rego_parse_error}, {@code
 *     rego_unsafe_var_error}, {@code eval_conflict_error}
 * @param location where, if it has a place
 * @param message what is wrong, in OPA's words where OPA has some
 */
public record RegoError(String code, Optional<RegoLocation> location, String message) {

  public static RegoError at(RegoLocation location, String code, String message) {
    return new RegoError(code, Optional.of(location), message);
  }

  /** Returns {@code file:row:column: code: message}, as OPA prints it. */
  @Override
  public String toString() {
    return location.map(place -> place + ": ").orElse("") + code + ": " + message;
  }
}
