package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Flags ingress classes without the domain of their controller, and parameters of the wrong scope.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidIngressClass implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "invalid-ingress-class", "controller or parameters of an ingress class are refused")
          .category("invalid")
          .remediation(
              "Write the controller as 'example.com/name', and parameters with the namespace that their scope asks for.")
          .references(
              "https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class")
          .build();

  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("networking.k8s.io/v1", "IngressClass"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    checkController(object.root().get("spec", "controller"), violations);
    checkParameters(object.root().get("spec", "parameters"), violations);
  }

  private static void checkController(Field field, Violations violations) {
    String name = field.string().orElse("");
    if (name.isEmpty() || Placeholder.isIn(name)) {
      return;
    }
    int slash = name.indexOf('/');
    if (slash <= 0 || slash == name.length() - 1) {
      violations.report(
          field, "controller '" + name + "' needs a domain and a path, such as 'example.com/name'");
    } else {
      RefusedName.report(
          "domain of a controller",
          field,
          name.substring(0, slash),
          NameFormat.DNS_SUBDOMAIN.fault(name.substring(0, slash)),
          violations);
      if (!PATH.matcher(name.substring(slash + 1)).matches()) {
        violations.report(field, "controller '" + name + "' has letters that no path has");
      }
    }
  }

  private static void checkParameters(Field parameters, Violations violations) {
    Field namespace = parameters.get("namespace");
    String scope = parameters.get("scope").text();
    if (scope.equals("Namespace") && !namespace.isPresent()) {
      violations.report(parameters, "parameters of the scope 'Namespace' need their 'namespace'");
    } else if ((scope.isEmpty() || scope.equals("Cluster")) && namespace.isPresent()) {
      violations.report(
          Violation.at(namespace, "parameters of the scope 'Cluster' have no 'namespace'")
              .with(parameters.get("scope"), "this is the scope"));
    }
  }
}
