package dev.seaworthy.model;

import java.util.Locale;

/**
 * A Linux capability in a list.
 *
 * @param name the name in upper case without {@code CAP_}, such as {@code SYS_ADMIN}; {@code ALL}
 *     stands for every one
 * @param field where it is written
 */
public record Capability(String name, Field field) {

  public static final String ALL = "ALL";

  /**
   * The runtimes ignore letter case, and CRI-O ignores the prefix as well (containerd looks for a
   * capability with two prefixes and finds none).
   */
  static Capability of(Field field) {
    String upper = field.text().toUpperCase(Locale.ROOT);
    return new Capability(upper.startsWith("CAP_") ? upper.substring(4) : upper, field);
  }

  /** The name as written. */
  public String written() {
    return field.text();
  }
}
