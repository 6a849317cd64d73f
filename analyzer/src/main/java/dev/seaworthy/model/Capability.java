package dev.seaworthy.model;

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
    return new Capability(NodeDefaults.capability(field.text()), field);
  }

  /** The name as written. */
  public String written() {
    return field.text();
  }
}
