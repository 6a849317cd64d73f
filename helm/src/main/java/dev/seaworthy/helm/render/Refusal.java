package dev.seaworthy.helm.render;

import java.util.Optional;

/** stub. */
public record Refusal(Kind kind, Optional<String> template, String cause, String hint) {
  /** stub. */
  public enum Kind {
    /** . */
    REQUIRED,
    /** . */
    FAIL,
    /** . */
    SCHEMA,
    /** . */
    OTHER
  }
}
