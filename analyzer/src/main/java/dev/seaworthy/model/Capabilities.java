package dev.seaworthy.model;

import java.util.List;

/**
 * The capabilities that a container asks for on top of, and gives up from, the runtime's set.
 *
 * @param field the {@code capabilities} mapping, there or not
 * @param added what is asked for
 * @param dropped what is given up
 */
public record Capabilities(Field field, List<Capability> added, List<Capability> dropped) {

  static Capabilities of(Field field) {
    return new Capabilities(field, list(field.get("add")), list(field.get("drop")));
  }

  /**
   * Whether the runtime starts from no capabilities at all. It ignores letter case, but knows no
   * {@code CAP_ALL}; Pod Security wants {@code ALL} to the letter, see {@link
   * #dropsAllToTheLetter()}.
   */
  public boolean dropsAll() {
    return dropped.stream()
        .anyMatch(capability -> capability.written().equalsIgnoreCase(Capability.ALL));
  }

  /** Whether {@code drop} holds exactly {@code ALL}, as Pod Security demands. */
  public boolean dropsAllToTheLetter() {
    return dropped.stream().anyMatch(capability -> capability.written().equals(Capability.ALL));
  }

  private static List<Capability> list(Field field) {
    return field.items().stream()
        .filter(item -> item.string().isPresent())
        .map(Capability::of)
        .toList();
  }
}
