package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.IpAddress;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags endpoints that the API server refuses: addresses of another family, or of the node itself,
 * none at all, and ports without names.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/discovery/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidEndpoints implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-endpoints", "address or port of endpoints is refused")
          .category("invalid")
          .remediation(
              "Write addresses that other nodes reach, of the family that the slice has, and a name"
                  + " for each of several ports.")
          .references(
              "https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/",
              "https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/")
          .build();

  private static final ApiKind ENDPOINTS = new ApiKind("v1", "Endpoints");
  private static final ApiKind SLICE = new ApiKind("discovery.k8s.io/v1", "EndpointSlice");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(ENDPOINTS, SLICE);
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    if (ApiKind.of(object).equals(SLICE)) {
      checkSlice(object.root(), violations);
    } else {
      object.root().get("subsets").items().forEach(subset -> checkSubset(subset, violations));
    }
  }

  private static void checkSubset(Field subset, Violations violations) {
    List<Field> addresses =
        Stream.of("addresses", "notReadyAddresses")
            .flatMap(list -> subset.get(list).items().stream())
            .toList();
    Set<String> known = Set.of("addresses", "notReadyAddresses", "ports");
    boolean misspelt =
        subset.members().stream().anyMatch(field -> !known.contains(field.path().name()));
    if (addresses.isEmpty() && !misspelt && subset.isMapping()) {
      violations.report(subset, "the subset needs 'addresses' or 'notReadyAddresses'");
    }
    addresses.forEach(address -> ReachableAddress.check(address.get("ip"), violations));
    List<Field> ports = subset.get("ports").items();
    for (Field port : ports) {
      Field name = port.get("name");
      if (ports.size() > 1 && name.text().isEmpty() && port.isMapping()) {
        violations.report(port, "endpoints with several ports need a name for each");
      }
      RefusedName.check("port name", name, NameFormat.DNS_LABEL, violations);
      PortValue.checkNumber(port.get("port"), violations);
    }
  }

  private static void checkSlice(Field slice, Violations violations) {
    Field type = slice.get("addressType");
    for (Field endpoint : slice.get("endpoints").items()) {
      for (Field address : endpoint.get("addresses").items()) {
        checkFamily(address, type, violations);
      }
      RefusedName.check("host name", endpoint.get("hostname"), NameFormat.DNS_LABEL, violations);
    }
    Map<String, Field> names = new HashMap<>();
    for (Field port : slice.get("ports").items()) {
      Field name = port.get("name");
      RefusedName.check("port name", name, NameFormat.DNS_LABEL, violations);
      Field first = port.isMapping() ? names.putIfAbsent(name.text(), port) : null;
      if (first != null) {
        String what =
            name.text().isEmpty() ? "have no name" : "have the name '" + name.text() + "'";
        violations.report(
            Violation.at(port, "two ports of the slice " + what).with(first, "this is the first"));
      }
    }
  }

  private static void checkFamily(Field address, Field type, Violations violations) {
    Optional<IpAddress> parsed = IpAddress.parse(address.text());
    String family = parsed.map(ip -> ip.isIpv6() ? "IPv6" : "IPv4").orElse("");
    boolean ofAddresses = Set.of("IPv4", "IPv6").contains(type.text());
    if (parsed.isPresent() && ofAddresses && !family.equals(type.text())) {
      violations.report(
          Violation.at(
                  address,
                  "'" + address.text() + "' is no address of the type '" + type.text() + "'")
              .with(type, "this is the type"));
    } else if (parsed.isEmpty() && ofAddresses && !Placeholder.isIn(address.text())) {
      violations.report(address, "'" + address.text() + "' is no IP address");
    } else if (ofAddresses) {
      ReachableAddress.check(address, violations);
    }
  }
}
