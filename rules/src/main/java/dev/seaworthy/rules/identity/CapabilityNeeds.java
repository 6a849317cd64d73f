package dev.seaworthy.rules.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.seaworthy.model.Capabilities;
import dev.seaworthy.model.Capability;
import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Facts;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.yaml.YamlEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Capabilities that the manifest adds: Kubernetes has no ambient capabilities, so that a program
 * has them as root, or by a capability of its file. {@code NET_BIND_SERVICE} is {@link
 * PortNeeds}'s.
 */
final class CapabilityNeeds {

  private static final Set<String> USERS = Set.of("SETUID", "SETGID");
  private static final Set<String> OWNERS = Set.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID");
  private static final Set<String> OF_THE_NETWORK = Set.of("NET_ADMIN", "NET_RAW");

  /** Those that reach the node, or other pods. */
  private static final Set<String> OF_THE_NODE = names("capabilities").collect(toUnmodifiableSet());

  private static final Set<String> KNOWN =
      Stream.of("capabilities", "default_capabilities", "other_capabilities")
          .flatMap(CapabilityNeeds::names)
          .collect(toUnmodifiableSet());

  /** Those of the others that have full effect in a user namespace. */
  private static final Set<String> OF_THE_NAMESPACE =
      Set.of("IPC_OWNER", "KILL", "SETFCAP", "SETPCAP", "SYS_CHROOT");

  private final boolean hostNetwork;
  private final boolean hostPid;
  private final List<String> userNamespace;

  CapabilityNeeds(PodSecurity pod, List<String> userNamespace) {
    this.hostNetwork = pod.hostNetwork().is(true);
    this.hostPid = pod.hostPid().is(true);
    this.userNamespace = userNamespace;
  }

  List<RootNeed> of(Container container) {
    ContainerSecurity security = container.security();
    Capabilities capabilities = security.capabilities();
    // containerd knows no prefix there, so that what has one may well stay
    Set<String> dropped =
        capabilities.dropped().stream()
            .map(capability -> capability.written().toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<String, RootNeed> needs = new LinkedHashMap<>();
    capabilities.added().stream()
        .filter(capability -> KNOWN.contains(capability.name()))
        .filter(capability -> !dropped.contains(capability.name()))
        .filter(capability -> !capability.name().equals("NET_BIND_SERVICE"))
        .forEach(capability -> needs.putIfAbsent(capability.name(), need(capability, security)));
    return List.copyOf(needs.values());
  }

  private static Stream<String> names(String facts) {
    return Facts.about(facts).entries().stream().map(YamlEntry::name);
  }

  private RootNeed need(Capability capability, ContainerSecurity security) {
    List<String> instead = new ArrayList<>();
    withoutRoot(capability.name(), security).ifPresent(instead::add);
    if (worksInUserNamespace(capability.name())) {
      instead.addAll(userNamespace);
    }
    return new RootNeed(capability.field(), "capability '" + capability.written() + "'", instead);
  }

  private Optional<String> withoutRoot(String name, ContainerSecurity security) {
    if (USERS.contains(name)) {
      return Optional.of("'runAsUser' with the user that it changes to");
    }
    if (OWNERS.contains(name)) {
      return Optional.of("'fsGroup'");
    }
    if (OF_THE_NODE.contains(name)) {
      return name.equals("NET_RAW") && !hostNetwork
          ? Optional.of("for ping the sysctl 'net.ipv4.ping_group_range'")
          : Optional.empty();
    }
    return security.allowPrivilegeEscalation().is(false)
        ? Optional.empty()
        : Optional.of("a file capability of the program");
  }

  private boolean worksInUserNamespace(String name) {
    return USERS.contains(name)
        || OWNERS.contains(name)
        || OF_THE_NAMESPACE.contains(name)
        || OF_THE_NETWORK.contains(name) && !hostNetwork
        || name.equals("SYS_PTRACE") && !hostPid;
  }
}
