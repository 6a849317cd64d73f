package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Capability;
import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.PodSecurity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ports that only root may listen on: those that the container declares, and those where its probes
 * expect it. Without {@code NET_BIND_SERVICE} root may not listen there either, so that they are no
 * reason for it.
 */
final class PortNeeds {

  private static final String CAPABILITY = "NET_BIND_SERVICE";
  private static final String SYSCTL = "net.ipv4.ip_unprivileged_port_start";

  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket", "grpc");

  private final boolean hostNetwork;
  private final long firstFree;

  PortNeeds(PodSecurity pod) {
    hostNetwork = pod.hostNetwork().is(true);
    firstFree = hostNetwork ? 1024 : sysctl(pod).orElse(1024L);
  }

  List<RootNeed> of(Container container) {
    ContainerSecurity security = container.security();
    if (!security.capabilities().has(CAPABILITY) || firstFree <= 1) {
      return List.of();
    }
    List<String> instead = instead(security);
    List<RootNeed> needs = new ArrayList<>();
    ports(container)
        .forEach((port, field) -> needs.add(new RootNeed(field, "port " + port, instead)));
    if (needs.isEmpty()) {
      security.capabilities().added().stream()
          .filter(capability -> capability.name().equals(CAPABILITY))
          .map(Capability::field)
          .findFirst()
          .ifPresent(
              field -> needs.add(new RootNeed(field, "capability '" + CAPABILITY + "'", instead)));
    }
    return needs;
  }

  private List<String> instead(ContainerSecurity security) {
    List<String> instead = new ArrayList<>();
    instead.add("a port above 1023");
    if (!hostNetwork) {
      instead.add("the sysctl '" + SYSCTL + "'");
    }
    if (!security.allowPrivilegeEscalation().is(false)) {
      instead.add("the file capability '" + CAPABILITY + "' of the program");
    }
    return instead;
  }

  private Map<Long, Field> ports(Container container) {
    Map<Long, Field> ports = new LinkedHashMap<>();
    for (Field port : container.field().get("ports").items()) {
      add(port.get("containerPort"), ports);
    }
    for (String probe : PROBES) {
      for (String handler : HANDLERS) {
        Field action = container.field().get(probe, handler);
        // with a host of its own a probe may ask anybody
        if (action.get("host").text().isEmpty()) {
          add(action.get("port"), ports);
        }
      }
    }
    return ports;
  }

  private void add(Field field, Map<Long, Field> ports) {
    field
        .integer()
        .filter(port -> port > 0 && port < firstFree)
        .ifPresent(port -> ports.putIfAbsent(port, field));
  }

  /** The first port that everybody may listen on, if the pod says so; both spellings are valid. */
  private static Optional<Long> sysctl(PodSecurity pod) {
    return pod.sysctls().stream()
        .filter(sysctl -> sysctl.get("name").text().replace('/', '.').equals(SYSCTL))
        .map(sysctl -> sysctl.get("value").text().strip())
        .filter(value -> value.matches("\\d{1,5}"))
        .map(Long::valueOf)
        .findFirst();
  }
}
