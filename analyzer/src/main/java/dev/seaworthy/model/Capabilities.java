package dev.seaworthy.model;

import java.util.List;
import java.util.Set;

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

  /**
   * Whether root in the container has a capability, given that it is not privileged: from the
   * runtime's set or on top of it, and not dropped by name. {@code ALL} that is dropped outweighs
   * {@code ALL} that is added, but nothing that is added by name.
   *
   * @param name the name in upper case without {@code CAP_}
   */
  public boolean has(String name) {
    Set<String> usual = field.object().cluster().nodes().runtimeDefaultCapabilities();
    boolean fromSet = !dropsAll() && (usual.contains(name) || names(added, Capability.ALL));
    return (fromSet || names(added, name)) && !names(dropped, name);
  }

  private static boolean names(List<Capability> list, String name) {
    return list.stream().anyMatch(capability -> capability.name().equals(name));
  }

  private static List<Capability> list(Field field) {
    return field.items().stream()
        .filter(item -> item.string().isPresent())
        .map(Capability::of)
        .toList();
  }
}
