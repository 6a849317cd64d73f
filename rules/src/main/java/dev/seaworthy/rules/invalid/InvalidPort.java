package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerType;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;

/**
 * Flags ports of containers and probes that cannot be: out of range, of no protocol, by no name of
 * a port, and in the network of the host under another number than in the container.
 */
public final class InvalidPort implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-port", "port cannot be")
          .category("invalid")
          .remediation("Write a port from 1 to 65535, or the name of a port of the container.")
          .references(
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/")
          .aliases("invalid-target-ports", "container-ports-check")
          .build();

  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    boolean hostNetwork = workload.security().hostNetwork().is(true);
    for (Container container : workload.containers()) {
      boolean sharesPorts = hostNetwork && container.type() == ContainerType.CONTAINER;
      for (Field port : container.field().get("ports").items()) {
        checkPort(port, sharesPorts, violations);
      }
      checkHandlers(container.field(), violations);
    }
  }

  private static void checkPort(Field port, boolean hostNetwork, Violations violations) {
    Field own = port.get("containerPort");
    Field host = port.get("hostPort");
    PortValue.checkNumber(own, violations);
    boolean given = host.integer().filter(number -> number != 0).isPresent();
    if (given) {
      PortValue.checkNumber(host, violations);
    }
    if (hostNetwork
        && given
        && own.integer().isPresent()
        && !own.integer().equals(host.integer())) {
      String message =
          "'hostPort' "
              + host.text()
              + " is not 'containerPort' "
              + own.text()
              + ", though the pod is in the network of the host";
      violations.report(Violation.at(host, message).with(own, "this is the port in the container"));
    }
  }

  private static void checkHandlers(Field container, Violations violations) {
    for (String probe : PROBES) {
      checkHandler(container.get(probe), violations);
    }
    Field lifecycle = container.get("lifecycle");
    if (lifecycle.isPresent()) {
      checkHandler(lifecycle.get("postStart"), violations);
      checkHandler(lifecycle.get("preStop"), violations);
    }
  }

  private static void checkHandler(Field handler, Violations violations) {
    if (handler.isMapping()) {
      PortValue.checkNumberOrName(handler.get("httpGet", "port"), false, violations);
      PortValue.checkNumberOrName(handler.get("tcpSocket", "port"), false, violations);
    }
  }
}
