package dev.seaworthy.yaml;

import dev.seaworthy.source.ProblemKind;

/** Ends the reading of one document. Never leaves the package. */
final class YamlReadException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ProblemKind kind;
  private final int offset;
  private final String hint;

  YamlReadException(ProblemKind kind, int offset, String message, String hint) {
    super(message, null, false, false);
    this.kind = kind;
    this.offset = offset;
    this.hint = hint;
  }

  ProblemKind kind() {
    return kind;
  }

  int offset() {
    return offset;
  }

  String hint() {
    return hint;
  }
}
