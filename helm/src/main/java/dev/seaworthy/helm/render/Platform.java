package dev.seaworthy.helm.render;

import java.util.Locale;
import java.util.Optional;

/**
 * An operating system and a processor, named as Go names them.
 *
 * @param system such as {@code linux}
 * @param processor such as {@code amd64}
 */
record Platform(String system, String processor) {

  /** That of this process. */
  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** That of Java's names, such as {@code Mac OS X} and {@code aarch64}. */
  static Platform of(String osName, String osArch) {
    String system = osName.toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      system = "darwin";
    } else if (system.startsWith("windows")) {
      system = "windows";
    }
    String processor = osArch.toLowerCase(Locale.ROOT);
    if (processor.equals("x86_64")) {
      processor = "amd64";
    } else if (processor.equals("aarch64")) {
      processor = "arm64";
    }
    return new Platform(system, processor);
  }

  /** The file name of helm-java's library, if there is one for this platform. */
  Optional<String> libraryName() {
    switch (this.toString()) {
      case "linux/amd64":
      case "linux/arm64":
        return Optional.of("helm-linux-" + processor + ".so");
      case "darwin/amd64":
      case "darwin/arm64":
        return Optional.of("helm-darwin-10.12-" + processor + ".dylib");
      case "windows/amd64":
        return Optional.of("helm-windows-4.0-amd64.dll");
      default:
        return Optional.empty();
    }
  }

  /** The artifact that holds the library, such as {@code linux-amd64}. */
  String artifact() {
    return system + "-" + processor;
  }

  boolean isWindows() {
    return system.equals("windows");
  }

  /** Such as {@code linux/amd64}. */
  @Override
  public String toString() {
    return system + "/" + processor;
  }
}
