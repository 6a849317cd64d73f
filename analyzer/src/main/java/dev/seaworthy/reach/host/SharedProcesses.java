package dev.seaworthy.reach.host;

import dev.seaworthy.model.Capabilities;
import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.ContainerType;
import dev.seaworthy.model.Facts;
import dev.seaworthy.reach.Situation;
import dev.seaworthy.yaml.YamlEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * What root in one container may do to the processes of another, where they see each other. The
 * kernel lets a process look into another of the same user that has no capability which it lacks
 * itself, and with SYS_PTRACE into any.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/ptrace.2.html">ptrace(2), "Ptrace access mode
 *     checking"</a>
 */
final class SharedProcesses {

  private static final List<String> CAPABILITIES =
      Stream.of("capabilities", "default_capabilities", "other_capabilities")
          .flatMap(facts -> Facts.about(facts).entries().stream())
          .map(YamlEntry::name)
          .distinct()
          .toList();

  private SharedProcesses() {}

  /** Whether root where the code runs may look into another container. */
  static boolean leadTo(Container other, Situation situation) {
    return runsBeside(other, situation.container())
        && (situation.security().privileged().is(true)
            || situation.capabilities().has("SYS_PTRACE")
            || mayBecome(other.security(), situation.capabilities()));
  }

  private static boolean mayBecome(ContainerSecurity other, Capabilities capabilities) {
    if (other.privileged().is(true)) {
      return false;
    }
    Capabilities others = other.capabilities();
    return other.mayBeRoot()
        ? CAPABILITIES.stream().allMatch(name -> !others.has(name) || capabilities.has(name))
        : capabilities.has("SETUID") && capabilities.has("SETGID");
  }

  /** Init containers are over when containers start, but for those that keep running. */
  private static boolean runsBeside(Container other, Container container) {
    boolean initialises = container.type() == ContainerType.INIT && !container.isSidecar();
    return other != container
        && (other.isSidecar() || !initialises && other.type() == ContainerType.CONTAINER);
  }
}
