package dev.seaworthy.schema.rules;

import dev.seaworthy.model.ObjectReference;

/**
 * A kind of Kubernetes that is meant where an object names one that no API server has.
 *
 * @param apiVersion where the kind is
 * @param kind such as {@code Deployment}
 * @param isCertain whether the target version is certain to refuse what is written
 */
record KindSuggestion(String apiVersion, String kind, boolean isCertain) {

  /** The end of a message about an object. */
  String question(ObjectReference written) {
    return "; did you mean " + differences(written) + "?";
  }

  /** The field that is wrong, or the one that is wrong in any case. */
  String wrongField(ObjectReference written) {
    return written.kind().equals(kind) ? "apiVersion" : "kind";
  }

  private String differences(ObjectReference written) {
    if (written.kind().equals(kind)) {
      return "'" + apiVersion + "'";
    }
    String suffix = written.apiVersion().equals(apiVersion) ? "" : "' in '" + apiVersion;
    return "'" + kind + suffix + "'";
  }
}
