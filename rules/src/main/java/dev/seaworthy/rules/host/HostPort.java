package dev.seaworthy.rules.host;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.rule.ContainerRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;

/**
 * Flags ports of the node that a container takes.
 *
 * <p>Silent in the node's network, where every port is one of the node: see {@link HostNetwork}.
 */
public final class HostPort implements ContainerRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("host-port", "container takes a port of its node")
          .severity(Severity.MEDIUM)
          .category("host")
          .remediation(
              "Remove 'hostPort' and let a Service, an Ingress or a Gateway lead to the pod.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
              "https://kubernetes.io/docs/concepts/configuration/overview/")
          .aliases(
              "KSV-0024",
              "CKV_K8S_26",
              "C-0044",
              "hostPortSet",
              "K8sPSPHostNetworkingPorts",
              "disallow-host-ports",
              "disallow-host-ports-range")
          .standards("pss:baseline")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Container container, Violations violations) {
    if (container.workload().security().hostNetwork().is(true)) {
      return;
    }
    for (Field port : container.field().get("ports").items()) {
      Field hostPort = port.get("hostPort");
      // 0 means unset to the API server
      hostPort
          .integer()
          .filter(number -> number != 0)
          .ifPresent(
              number ->
                  violations.report(
                      hostPort, container + " takes port " + number + " of its node"));
    }
  }
}
