package dev.seaworthy.rego;

import java.util.List;
import java.util.stream.Collectors;

/** A policy that does not compile, or an evaluation that failed. */
public final class RegoException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<RegoError> errors;

  /**
   * @param errors at least one
   */
  public RegoException(List<RegoError> errors) {
    super(errors.stream().map(RegoError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  public RegoException(RegoError error) {
    this(List.of(error));
  }

  /** The errors, in the order of their places. */
  public List<RegoError> errors() {
    return errors;
  }
}
