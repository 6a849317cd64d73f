package dev.seaworthy.report;

import java.net.URI;
import java.util.Optional;

/**
 * What a report says about the program that made it.
 *
 * @param name such as {@code seaworthy}
 * @param version such as {@code 1.2.0}
 * @param home the absolute address where to read about it
 */
public record Tool(String name, String version, Optional<URI> home) {

  /**
   * @throws IllegalArgumentException if the name or the version is blank, or the address is
   *     relative
   */
  public Tool {
    if (name.isBlank() || version.isBlank()) {
      throw new IllegalArgumentException("a tool has a name and a version");
    }
    if (home.isPresent() && !home.get().isAbsolute()) {
      throw new IllegalArgumentException("the address is relative: " + home.get());
    }
  }

  /** A tool without an address. */
  public static Tool of(String name, String version) {
    return new Tool(name, version, Optional.empty());
  }
}
