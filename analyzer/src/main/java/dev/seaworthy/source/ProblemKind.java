package dev.seaworthy.source;

/** Why something could not be looked at. */
public enum ProblemKind {
  /** The text is no valid YAML or JSON. */
  YAML_SYNTAX("yaml-syntax"),
  /** Valid YAML beyond a bound: nesting, aliases, number of documents. */
  YAML_LIMIT("yaml-limit"),
  /** A mapping that is meant to be an object and does not say of which kind and version. */
  INCOMPLETE_OBJECT("incomplete-object"),
  /** The bytes are no valid text. */
  ENCODING("encoding"),
  /** The file system did not give the content. */
  NOT_READABLE("not-readable"),
  /** The file is larger than the limit. */
  TOO_LARGE("too-large"),
  /** A Helm chart was not rendered. */
  HELM_RENDER("helm-render"),
  /** A rule threw an exception. */
  RULE_CRASHED("rule-crashed"),
  /** A rule used up its budget of steps on one object. */
  RULE_LIMIT("rule-limit"),
  /** A policy could not be compiled or evaluated. */
  POLICY_ERROR("policy-error"),
  /** A schema could not be used. */
  SCHEMA_ERROR("schema-error"),
  /** More findings of one rule in one file than are kept. */
  TOO_MANY_FINDINGS("too-many-findings"),
  /** An unexpected exception while a source was analysed: a defect of the analyser. */
  INTERNAL_ERROR("internal-error"),
  /** No Kubernetes object was found in anything that was named. */
  NOTHING_TO_ANALYSE("nothing-to-analyse");

  private final String id;

  ProblemKind(String id) {
    this.id = id;
  }

  /** The stable name in reports, such as {@code yaml-syntax}. */
  public String id() {
    return id;
  }

  /** Returns {@link #id()}. */
  @Override
  public String toString() {
    return id;
  }
}
