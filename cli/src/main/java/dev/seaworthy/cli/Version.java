package dev.seaworthy.cli;

import dev.seaworthy.report.Tool;
import java.util.Optional;

/** Which program this is. */
final class Version {

  /** As it calls itself in reports. */
  static final Tool TOOL = Tool.of("seaworthy", current());

  private Version() {}

  /** The version, or {@code development} outside of a packaged program. */
  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
