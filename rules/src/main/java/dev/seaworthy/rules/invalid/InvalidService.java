package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Flags services that the API server refuses: fields that belong to another type of service, none
 * of the ports that they need, addresses that contradict each other.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidService implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-service", "fields of a service contradict each other")
          .category("invalid")
          .remediation("Write the type of service that the fields are for, or remove them.")
          .references(
              "https://kubernetes.io/docs/concepts/services-networking/service/",
              "https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/")
          .build();

  private static final String LOAD_BALANCER = "LoadBalancer";
  private static final String EXTERNAL_NAME = "ExternalName";
  private static final String NONE = "None";
  private static final Set<String> TYPES =
      Set.of("", "ClusterIP", "NodePort", LOAD_BALANCER, EXTERNAL_NAME);

  /** What a service has beside its spec; another field may be the spec misspelt. */
  private static final Set<String> OTHERS = Set.of("apiVersion", "kind", "metadata", "status");

  private static final Set<String> REACHED_FROM_OUTSIDE = Set.of("NodePort", LOAD_BALANCER);

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("v1", "Service"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field spec = object.root().get("spec");
    String type = spec.get("type").text();
    checkSelector(spec.get("selector"), violations);
    if (!spec.isPresent() && OTHERS.containsAll(names(object.root()))) {
      violations.report(spec, "the service needs a 'spec' with 'ports'");
    }
    if (!spec.isMapping() || !TYPES.contains(type)) {
      return;
    }
    if (type.equals(EXTERNAL_NAME)) {
      checkExternalName(spec, violations);
    } else {
      checkPorts(spec, violations);
      new ClusterAddresses(spec, type).check(violations);
    }
    for (Field address : spec.get("externalIPs").items()) {
      ReachableAddress.check(address, violations);
    }
    checkFieldsOfOtherTypes(spec, type.isEmpty() ? "ClusterIP" : type, violations);
  }

  private static Set<String> names(Field mapping) {
    return mapping.members().stream()
        .map(member -> member.path().name())
        .collect(Collectors.toSet());
  }

  private static void checkSelector(Field selector, Violations violations) {
    for (Field label : selector.members()) {
      String key = label.path().name();
      RefusedName.report("key of a label", label, key, NameFormat.faultOfKey(key), violations);
    }
  }

  private static void checkExternalName(Field spec, Violations violations) {
    Field name = spec.get("externalName");
    if (!name.isPresent() || name.string().filter(String::isEmpty).isPresent()) {
      violations.report(name, "a service of type 'ExternalName' needs an 'externalName'");
    }
    String text = name.string().map(InvalidService::withoutFinalDot).orElse("");
    if (!text.isEmpty()) {
      RefusedName.report(
          "external name", name, text, NameFormat.DNS_SUBDOMAIN.fault(text), violations);
    }
    for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
      Field address = spec.get(field);
      if (!address.text().isEmpty() || !address.items().isEmpty()) {
        violations.report(address, "a service of type 'ExternalName' has no '" + field + "'");
        return;
      }
    }
  }

  private static String withoutFinalDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static void checkPorts(Field spec, Violations violations) {
    Field ports = spec.get("ports");
    boolean none = !ports.isPresent() || ports.isList() && ports.items().isEmpty();
    String address = spec.get("clusterIP").text();
    if (none && !address.equals(NONE) && !Placeholder.isIn(address)) {
      violations.report(ports, "the service needs 'ports', unless its 'clusterIP' is 'None'");
    }
    for (Field port : ports.items()) {
      RefusedName.checkQualified("application protocol", port.get("appProtocol"), violations);
    }
  }

  private static void checkFieldsOfOtherTypes(Field spec, String type, Violations violations) {
    boolean balanced = type.equals(LOAD_BALANCER);
    Field policy = spec.get("externalTrafficPolicy");
    boolean outside =
        REACHED_FROM_OUTSIDE.contains(type)
            || type.equals("ClusterIP") && !spec.get("externalIPs").items().isEmpty();
    if (!outside && !policy.text().isEmpty()) {
      report(policy, "'NodePort' and 'LoadBalancer'", type, violations);
    }
    Field check = spec.get("healthCheckNodePort");
    Optional<Long> number = check.integer().filter(port -> port != 0);
    if (number.isPresent() && !balanced) {
      report(check, "'LoadBalancer'", type, violations);
    } else if (number.isPresent() && Set.of("", "Cluster").contains(policy.text())) {
      violations.report(
          Violation.at(check, "'healthCheckNodePort' needs the 'externalTrafficPolicy' 'Local'")
              .with(policy, "this is the policy"));
    }
    if (balanced) {
      RefusedName.checkQualified("load balancer class", spec.get("loadBalancerClass"), violations);
      return;
    }
    for (Field field :
        List.of(spec.get("allocateLoadBalancerNodePorts"), spec.get("loadBalancerClass"))) {
      if (field.isPresent()) {
        report(field, "'LoadBalancer'", type, violations);
      }
    }
    if (!spec.get("loadBalancerSourceRanges").items().isEmpty()) {
      report(spec.get("loadBalancerSourceRanges"), "'LoadBalancer'", type, violations);
    }
  }

  private static void report(Field field, String types, String type, Violations violations) {
    String name = "'" + field.path().name() + "'";
    violations.report(
        field, name + " is for services of type " + types + ", and this is '" + type + "'");
  }
}
