package dev.seaworthy.yaml;

import dev.seaworthy.source.ProblemKind;

/** Ends the reading of one document. Never leaves the package. */
final class YamlReadException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ProblemKind kind;
  private final int offset;
  private final String hint;

  private YamlReadException(ProblemKind kind, int offset, String message, String hint) {
    super(message, null, false, false);
    this.kind = kind;
    this.offset = offset;
    this.hint = hint;
  }

  static YamlReadException syntax(int offset, String message, String hint) {
    return new YamlReadException(ProblemKind.YAML_SYNTAX, offset, message, hint);
  }

  static YamlReadException limit(int offset, String message, String hint) {
    return new YamlReadException(ProblemKind.YAML_LIMIT, offset, message, hint);
  }

  static YamlReadException tooDeep(int offset, YamlLimits limits) {
    return limit(
        offset,
        "nested deeper than " + limits.maxDepth() + " levels",
        "No Kubernetes object is that deep: exclude the file or flatten the document.");
  }

  static YamlReadException tooManyNodes(int offset, YamlLimits limits) {
    return limit(
        offset,
        "more than " + limits.maxNodes() + " values and keys in one file",
        "Split the file: what follows was not analysed.");
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
