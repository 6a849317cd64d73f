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
 * Flags admission webhooks that the API server refuses: called nowhere or at two places, with a
 * name that is no domain, or with a wildcard beside what it stands for.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidWebhook implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-webhook", "admission webhook is refused")
          .category("invalid")
          .remediation(
              "Give each webhook a name such as 'pods.policy.example.com', and either a 'service' or"
                  + " a 'url' with https.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/",
              "https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/validating-webhook-configuration-v1/")
          .build();

  private static final String API = "admissionregistration.k8s.io/v1";
  private static final OneOf TARGETS = OneOf.of("service", "url");
  private static final Set<String> REVIEWS = Set.of("v1", "v1beta1");
  private static final int PARTS_OF_A_NAME = 3;

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(
        new ApiKind(API, "MutatingWebhookConfiguration"),
        new ApiKind(API, "ValidatingWebhookConfiguration"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Map<String, Field> names = new HashMap<>();
    for (Field webhook : object.root().get("webhooks").items()) {
      checkName(webhook.get("name"), names, violations);
      Field client = webhook.get("clientConfig");
      TARGETS.check(client, "'clientConfig'", List.of("caBundle"), violations);
      if (TARGETS.in(client).size() == 1) {
        checkUrl(client.get("url"), violations);
      }
      List<Field> reviews = webhook.get("admissionReviewVersions").items();
      boolean known =
          reviews.stream()
              .map(Field::text)
              .anyMatch(version -> REVIEWS.contains(version) || Placeholder.isIn(version));
      if (!reviews.isEmpty() && !known) {
        violations.report(
            webhook.get("admissionReviewVersions"),
            "the API server knows reviews of 'v1' and 'v1beta1', and the webhook none of them");
      }
      webhook.get("rules").items().forEach(rule -> checkWildcards(rule, violations));
    }
  }

  private static void checkName(Field field, Map<String, Field> names, Violations violations) {
    String name = field.text();
    if (name.isEmpty() || Placeholder.isIn(name)) {
      return;
    }
    RefusedName.check("name of a webhook", field, NameFormat.DNS_SUBDOMAIN, violations);
    if (NameFormat.DNS_SUBDOMAIN.fault(name).isEmpty()
        && name.split("\\.").length < PARTS_OF_A_NAME) {
      violations.report(
          field,
          "name '" + name + "' of a webhook needs three parts, such as '" + name + ".example.com'");
    }
    Field first = names.putIfAbsent(name, field);
    if (first != null) {
      violations.report(
          Violation.at(field, "two webhooks have the name '" + name + "'")
              .with(first, "this is the first"));
    }
  }

  private static void checkUrl(Field field, Violations violations) {
    String url = field.string().orElse("");
    if (url.isEmpty() || Placeholder.isIn(url)) {
      return;
    }
    if (!url.startsWith("https://")) {
      violations.report(field, "url '" + url + "' of a webhook does not start with 'https://'");
    } else if (url.contains("?") || url.contains("#")) {
      violations.report(field, "url '" + url + "' of a webhook has a query or a fragment");
    }
  }

  private static void checkWildcards(Field rule, Violations violations) {
    for (String list : List.of("apiGroups", "apiVersions", "operations")) {
      checkAlone(rule.get(list).items(), "*", violations);
    }
    checkAlone(rule.get("resources").items(), "*/*", violations);
  }

  private static void checkAlone(List<Field> items, String wildcard, Violations violations) {
    if (items.size() > 1) {
      items.stream()
          .filter(item -> item.text().equals(wildcard))
          .findFirst()
          .ifPresent(
              item ->
                  violations.report(
                      item, "'" + wildcard + "' stands for all: remove the others beside it"));
    }
  }
}
