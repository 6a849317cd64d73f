package dev.seaworthy.engine;

import dev.seaworthy.source.Location;

/**
 * Why a finding is not shown.
 *
 * @param kind how it was said
 * @param reason the reason that was given; empty where none was
 * @param location where it was said
 */
public record Suppression(Kind kind, String reason, Location location) {

  /** The ways to suppress a finding. */
  public enum Kind {
    /** A comment in the file. */
    COMMENT,
    /** An annotation of the object or its pod template. */
    ANNOTATION,
    /** The configuration file. */
    CONFIGURATION
  }
}
