package dev.seaworthy.cli;

import java.util.Optional;

/** The version of this program. */
final class Version {

  private Version() {}

  /** The version, or {@code development} outside of a packaged program. */
  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
