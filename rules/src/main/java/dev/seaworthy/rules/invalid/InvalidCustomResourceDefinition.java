package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Flags definitions of custom resources that the API server refuses: under a name that is not the
 * plural and the group, stored in no version or in two, with names that are none.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidCustomResourceDefinition implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "invalid-custom-resource-definition", "names or versions of a definition are refused")
          .category("invalid")
          .remediation(
              "Name the definition by its plural and its group, and mark one version as stored.")
          .references(
              "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/",
              "https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("apiextensions.k8s.io/v1", "CustomResourceDefinition"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field spec = object.root().get("spec");
    checkName(object.root().get("metadata", "name"), spec, violations);
    checkNames(spec.get("names"), violations);
    checkVersions(spec.get("versions"), violations);
    Field conversion = spec.get("conversion");
    Field strategy = conversion.get("strategy");
    boolean byWebhook = strategy.text().equals("Webhook");
    Field webhook = conversion.get("webhook");
    if (byWebhook && !webhook.isPresent()) {
      violations.report(conversion, "conversion by the strategy 'Webhook' needs a 'webhook'");
    } else if (strategy.text().equals("None") && webhook.isPresent()) {
      violations.report(
          Violation.at(webhook, "conversion by the strategy 'None' has no 'webhook'")
              .with(strategy, "this is the strategy"));
    }
  }

  private static void checkName(Field name, Field spec, Violations violations) {
    String plural = spec.get("names", "plural").text();
    String group = spec.get("group").text();
    String wanted = plural + "." + group;
    boolean known = !plural.isEmpty() && !group.isEmpty() && !name.text().isEmpty();
    if (known && !Placeholder.isIn(wanted + name.text()) && !name.text().equals(wanted)) {
      violations.report(
          Violation.at(name, "the definition is named '" + name.text() + "', not '" + wanted + "'")
              .with(spec.get("names", "plural"), "this is the plural")
              .with(spec.get("group"), "this is the group"));
    }
    if (!group.isEmpty() && !group.contains(".") && !Placeholder.isIn(group)) {
      violations.report(
          spec.get("group"),
          "group '" + group + "' needs a domain, such as '" + group + ".example.com'");
    } else {
      RefusedName.check("group", spec.get("group"), NameFormat.DNS_SUBDOMAIN, violations);
    }
  }

  private static void checkNames(Field names, Violations violations) {
    NameFormat format = NameFormat.DNS_LABEL_WITH_LETTER;
    RefusedName.check("plural", names.get("plural"), format, violations);
    RefusedName.check("singular", names.get("singular"), format, violations);
    for (String list : List.of("shortNames", "categories")) {
      names.get(list).items().forEach(name -> RefusedName.check("name", name, format, violations));
    }
    Field listKind = names.get("listKind");
    String kind = names.get("kind").text();
    if (!kind.isEmpty() && listKind.text().equals(kind)) {
      violations.report(
          Violation.at(listKind, "'listKind' and 'kind' are both '" + kind + "'")
              .with(names.get("kind"), "this is the kind"));
    }
  }

  private static void checkVersions(Field versions, Violations violations) {
    Map<String, Field> names = new HashMap<>();
    for (Field version : versions.items()) {
      Field name = version.get("name");
      RefusedName.check("version", name, NameFormat.DNS_LABEL_WITH_LETTER, violations);
      Field first = name.text().isEmpty() ? null : names.putIfAbsent(name.text(), name);
      if (first != null) {
        violations.report(
            Violation.at(name, "two versions have the name '" + name.text() + "'")
                .with(first, "this is the first"));
      }
    }
    List<Field> stored =
        versions.items().stream()
            .map(version -> version.get("storage"))
            .filter(Field::isTrue)
            .toList();
    boolean told =
        versions.items().stream().allMatch(item -> item.get("storage").bool().isPresent());
    if (stored.size() > 1) {
      violations.report(
          Violation.at(stored.get(1), "two versions have 'storage: true', and one is needed")
              .with(stored.get(0), "this is the first"));
    } else if (stored.isEmpty() && told && !versions.items().isEmpty()) {
      violations.report(versions, "one of the versions needs 'storage: true'");
    }
  }
}
