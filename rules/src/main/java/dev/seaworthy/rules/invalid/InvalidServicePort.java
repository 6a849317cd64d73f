package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags ports of services that cannot be: out of range, by no name of a port, there twice, without
 * a name beside others, or on nodes for services that stay inside the cluster.
 */
public final class InvalidServicePort implements ObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-service-port", "port of a service cannot be")
          .category("invalid")
          .remediation(
              "Write a port from 1 to 65535 and a name for each of several. 'targetPort' is a number"
                  + " or the name of a container port.")
          .references(
              "https://kubernetes.io/docs/concepts/services-networking/service/",
              "https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/")
          .aliases("invalid-target-ports")
          .build();

  private static final GroupKind SERVICE = GroupKind.core("Service");

  /** Services that no port of a node leads to, among them those of no type. */
  private static final Set<String> INSIDE_ONLY = Set.of("", "ClusterIP");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(KubernetesObject object, Violations violations) {
    if (!GroupKind.of(object).equals(SERVICE) || object.isPatch()) {
      return;
    }
    List<Field> ports = object.root().get("spec", "ports").items();
    Map<String, Field> names = new HashMap<>();
    Map<String, Field> numbers = new HashMap<>();
    Map<String, Field> nodePorts = new HashMap<>();
    String type = object.root().get("spec", "type").text();
    for (Field port : ports) {
      checkName(port, ports.size() > 1, names, violations);
      checkNumber(port, numbers, violations);
      checkNodePort(port, type, nodePorts, violations);
      PortValue.checkNumberOrName(port.get("targetPort"), true, violations);
    }
  }

  private static void checkName(
      Field port, boolean several, Map<String, Field> names, Violations violations) {
    Field name = port.get("name");
    String text = name.text();
    if (text.isEmpty() && several && port.isMapping()) {
      violations.report(port, "a service with several ports needs a name for each");
    }
    if (text.isEmpty() || Placeholder.isIn(text)) {
      return;
    }
    NameFormat.DNS_LABEL
        .fault(text)
        .ifPresent(
            fault -> violations.report(name, "port name '" + text + "' is refused: " + fault));
    reportTwice(names.putIfAbsent(text, name), name, "have the name '" + text + "'", violations);
  }

  private static void checkNumber(Field port, Map<String, Field> numbers, Violations violations) {
    Field number = port.get("port");
    PortValue.checkNumber(number, violations);
    if (number.integer().isPresent()) {
      String key = protocol(port) + " " + number.integer().get();
      reportTwice(numbers.putIfAbsent(key, number), number, "are " + key, violations);
    }
  }

  private static void checkNodePort(
      Field port, String type, Map<String, Field> nodePorts, Violations violations) {
    Field number = port.get("nodePort");
    if (number.integer().orElse(0L) == 0) {
      return;
    }
    if (INSIDE_ONLY.contains(type)) {
      violations.report(number, "'nodePort' is for services of type 'NodePort' and 'LoadBalancer'");
    }
    String key = protocol(port) + " " + number.integer().get();
    reportTwice(
        nodePorts.putIfAbsent(key, number), number, "take " + key + " of nodes", violations);
  }

  private static String protocol(Field port) {
    String protocol = port.get("protocol").text();
    return protocol.isEmpty() ? "TCP" : protocol;
  }

  private static void reportTwice(
      @Nullable Field first, Field second, String what, Violations violations) {
    if (first != null) {
      violations.report(
          Violation.at(second, "two ports of the service " + what)
              .with(first, "this is the first"));
    }
  }
}
