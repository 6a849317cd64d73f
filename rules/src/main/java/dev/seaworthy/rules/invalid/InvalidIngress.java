package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.IpAddress;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags ingresses that the API server refuses: without anything to route, with hosts that are no
 * names, paths that are none, and backends that are none or two.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidIngress implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-ingress", "host, path or backend of an ingress is refused")
          .category("invalid")
          .remediation(
              "Write a DNS name as host, a path from '/' on, and a service with its port as"
                  + " backend.")
          .references(
              "https://kubernetes.io/docs/concepts/services-networking/ingress/",
              "https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/")
          .build();

  private static final OneOf BACKENDS = OneOf.of("service", "resource");
  private static final OneOf PORTS = OneOf.of("name", "number");
  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("networking.k8s.io/v1", "Ingress"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field spec = object.root().get("spec");
    checkClass(object, spec, violations);
    Field rules = spec.get("rules");
    boolean hasRules = rules.isPresent() && !(rules.isList() && rules.items().isEmpty());
    boolean mistaken = spec.members().stream().anyMatch(InvalidIngress::mayBeABackend);
    if (!hasRules && !spec.get("defaultBackend").isPresent() && !mistaken) {
      violations.report(spec, "the ingress needs 'rules' or a 'defaultBackend'");
    }
    checkBackend(spec.get("defaultBackend"), violations);
    for (Field rule : rules.items()) {
      checkHost(rule.get("host"), violations);
      for (Field path : rule.get("http", "paths").items()) {
        IngressPath.check(path, violations);
        checkBackend(path.get("backend"), violations);
      }
    }
    for (Field tls : spec.get("tls").items()) {
      tls.get("hosts").items().forEach(host -> checkHost(host, violations));
    }
  }

  /** A field that is not known is told elsewhere, and may be what is missing here. */
  private static boolean mayBeABackend(Field field) {
    return !Set.of("rules", "defaultBackend", "tls", "ingressClassName")
        .contains(field.path().name());
  }

  private static void checkClass(KubernetesObject object, Field spec, Violations violations) {
    Field annotation = object.annotation(CLASS_ANNOTATION);
    Field name = spec.get("ingressClassName");
    boolean replaced = Placeholder.isIn(annotation.text()) || Placeholder.isIn(name.text());
    boolean both = annotation.isPresent() && name.isPresent();
    if (both && !replaced && !annotation.text().equals(name.text())) {
      violations.report(
          Violation.at(
                  annotation,
                  "the annotation asks for the class '"
                      + annotation.text()
                      + "', and 'ingressClassName' for '"
                      + name.text()
                      + "': remove the annotation")
              .with(name, "this is the field"));
    }
  }

  private static void checkHost(Field field, Violations violations) {
    String host = field.string().orElse("");
    boolean ofRule = field.path().name().equals("host");
    if (host.isEmpty() || Placeholder.isIn(host)) {
      return;
    }
    if (ofRule && IpAddress.parse(host).isPresent()) {
      violations.report(field, "host '" + host + "' is an address: a DNS name is needed");
      return;
    }
    boolean wildcard = host.startsWith("*.");
    Optional<String> fault = NameFormat.DNS_SUBDOMAIN.fault(wildcard ? host.substring(2) : host);
    Optional<String> ofWildcard =
        fault.filter(text -> host.contains("*")).map(text -> "'*' is a first part of its own only");
    RefusedName.report("host", field, host, ofWildcard.or(() -> fault), violations);
  }

  private static void checkBackend(Field backend, Violations violations) {
    BACKENDS.check(backend, "the backend", List.of(), violations);
    Field service = backend.get("service");
    if (BACKENDS.in(backend).size() > 1 || !service.isMapping()) {
      return;
    }
    RefusedName.check("service name", service.get("name"), NameFormat.DNS_LABEL, violations);
    Field port = service.get("port");
    if (!port.isPresent() && service.members().size() <= 1) {
      violations.report(service, "the service of a backend needs a 'port'");
    }
    boolean zero = port.get("number").integer().filter(number -> number == 0).isPresent();
    if (!zero) {
      PORTS.check(port, "the port of a backend", List.of(), violations);
    }
    if (!zero || port.get("name").text().isEmpty()) {
      PortValue.checkNumber(port.get("number"), violations);
    }
    RefusedName.check("port name", port.get("name"), NameFormat.PORT, violations);
  }
}
