package dev.seaworthy.cli;

import dev.seaworthy.report.Tool;
import java.util.Optional;

/** Which program this is. */
final class Version {

  /** As it calls itself in reports: outside of a packaged program the version is not known. */
  static final Tool TOOL =
      Tool.of(
          "seaworthy",
          Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
              .orElse("development"));

  private Version() {}
}
