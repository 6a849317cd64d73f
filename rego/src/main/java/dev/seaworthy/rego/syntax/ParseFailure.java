package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoError;

/** Leaves the statement that cannot be parsed. Has no stack trace: a parser tries things out. */
final class ParseFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient RegoError error;
  private final boolean statementRead;

  /**
   * @param statementRead whether the statement was read to its end, only that it makes no sense
   */
  ParseFailure(RegoError error, boolean statementRead) {
    super(error.message(), null, false, false);
    this.error = error;
    this.statementRead = statementRead;
  }

  RegoError error() {
    return error;
  }

  boolean statementRead() {
    return statementRead;
  }
}
