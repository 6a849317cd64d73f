package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerType;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags what a pod has twice though the API server allows it once: names of containers, of volumes
 * and of a container's ports, and ports of the host. It only warns about a variable, or a container
 * port, that is there twice.
 */
public final class InvalidDuplicate implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-duplicate", "pod has twice what it may have once")
          .category("invalid")
          .remediation("Give each a name or a port of its own, or remove one of them.")
          .references(
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/")
          .aliases("container-ports-check")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    Seen containers = new Seen(violations);
    for (Container container : workload.containers()) {
      Field name = container.field().get("name");
      containers.add(name.text(), name, "two containers have the name '" + name.text() + "'");
      Seen ports = new Seen(violations);
      for (Field port : container.field().get("ports").items()) {
        Field portName = port.get("name");
        String text = portName.text();
        ports.add(text, portName, "two ports of " + container + " have the name '" + text + "'");
      }
    }
    Seen volumes = new Seen(violations);
    for (Field volume : workload.spec().get("volumes").items()) {
      Field name = volume.get("name");
      volumes.add(name.text(), name, "two volumes have the name '" + name.text() + "'");
    }
    checkHostPorts(workload, violations);
  }

  /** Containers share the ports of the host; init containers run one after the other. */
  private static void checkHostPorts(Workload workload, Violations violations) {
    boolean hostNetwork = workload.security().hostNetwork().is(true);
    Seen shared = new Seen(violations);
    for (Container container : workload.containers()) {
      if (container.type() == ContainerType.EPHEMERAL) {
        continue;
      }
      boolean alone = container.type() == ContainerType.INIT;
      Seen seen = alone ? new Seen(violations) : shared;
      for (Field port : container.field().get("ports").items()) {
        HostPort.of(port, hostNetwork)
            .ifPresent(host -> seen.add(host.key(), host.field(), "two ports take " + host));
      }
    }
  }

  /** The first of each, and a report of each that comes after it. */
  private static final class Seen {

    private final Violations violations;
    private final Map<String, Field> first = new HashMap<>();

    Seen(Violations violations) {
      this.violations = violations;
    }

    void add(String key, Field field, String message) {
      if (key.isEmpty() || Placeholder.isIn(key)) {
        return;
      }
      Field other = first.putIfAbsent(key, field);
      if (other != null) {
        List<Violation.Related> related =
            List.of(new Violation.Related(other, "this is the first"));
        violations.report(new Violation(field, message, related));
      }
    }
  }
}
