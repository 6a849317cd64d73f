package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags quotas that the API server refuses: of resources that have none, of parts of an object,
 * with scopes that exclude each other.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidResourceQuota implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-resource-quota", "resource or scope of a quota is refused")
          .category("invalid")
          .remediation(
              "Write a resource that a quota knows, such as 'requests.cpu' or"
                  + " 'count/deployments.apps'.")
          .references(
              "https://kubernetes.io/docs/concepts/policy/resource-quotas/",
              "https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/resource-quota-v1/")
          .build();

  /** Counted, so whole. */
  private static final List<String> OBJECTS =
      List.of(
          "configmaps",
          "persistentvolumeclaims",
          "pods",
          "replicationcontrollers",
          "resourcequotas",
          "secrets",
          "services",
          "services.loadbalancers",
          "services.nodeports");

  private static final List<String> OF_PODS =
      List.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

  private static final List<String> OF_STORAGE =
      List.of(
          "ephemeral-storage",
          "requests.ephemeral-storage",
          "limits.ephemeral-storage",
          "requests.storage");

  private static final Set<String> WITH_POD_RESOURCES =
      Set.of(
          "Terminating",
          "NotTerminating",
          "NotBestEffort",
          "PriorityClass",
          "CrossNamespacePodAffinity");

  private static final List<Set<String>> CONTRARY =
      List.of(Set.of("BestEffort", "NotBestEffort"), Set.of("Terminating", "NotTerminating"));

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("v1", "ResourceQuota"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field spec = object.root().get("spec");
    List<Field> amounts = spec.get("hard").members();
    amounts.forEach(amount -> checkAmount(amount, violations));
    List<Field> scopes = spec.get("scopes").items();
    List<Field> selected =
        spec.get("scopeSelector", "matchExpressions").items().stream()
            .map(expression -> expression.get("scopeName"))
            .toList();
    for (List<Field> list : List.of(scopes, selected)) {
      checkContrary(list, violations);
      list.forEach(scope -> checkScope(scope, amounts, violations));
    }
    for (Field expression : spec.get("scopeSelector", "matchExpressions").items()) {
      checkExpression(expression, violations);
    }
  }

  private static void checkAmount(Field amount, Violations violations) {
    String name = amount.path().name();
    if (Placeholder.isIn(name) || amount.text().isEmpty()) {
      return;
    }
    if (name.contains("/")) {
      RefusedName.report("resource", amount, name, NameFormat.faultOfKey(name), violations);
    } else if (!isStandard(name)) {
      List<String> known =
          List.of(OBJECTS, OF_PODS, OF_STORAGE).stream().flatMap(List::stream).toList();
      String meant = Suggestions.didYouMean(name, known);
      String hint = meant.isEmpty() ? ": objects are counted as 'count/" + name + "'" : meant;
      violations.report(amount, "a quota knows no resource '" + name + "'" + hint);
      return;
    }
    Optional<BigDecimal> value = Quantity.of(amount).flatMap(Quantity::value);
    boolean counted = OBJECTS.contains(name) || name.startsWith("count/");
    if (value.filter(number -> number.signum() < 0).isPresent()) {
      violations.report(amount, "'" + amount.text() + "' of '" + name + "' is less than nothing");
    } else if (counted && value.filter(InvalidResourceQuota::hasParts).isPresent()) {
      violations.report(amount, "'" + amount.text() + "' of '" + name + "' is no whole number");
    }
  }

  private static boolean isStandard(String name) {
    return OBJECTS.contains(name)
        || OF_PODS.contains(name)
        || OF_STORAGE.contains(name)
        || name.startsWith("hugepages-")
        || name.startsWith("requests.hugepages-");
  }

  /** Whether a count is no whole number; the API server looks at thousandths. */
  private static boolean hasParts(BigDecimal number) {
    return number.scaleByPowerOfTen(3).remainder(BigDecimal.valueOf(1000)).abs().intValue() != 0;
  }

  private static void checkContrary(List<Field> scopes, Violations violations) {
    for (Set<String> contrary : CONTRARY) {
      List<Field> both = scopes.stream().filter(scope -> contrary.contains(scope.text())).toList();
      for (Field scope : both) {
        if (!scope.text().equals(both.get(0).text())) {
          violations.report(
              Violation.at(
                      scope, "scope '" + scope.text() + "' excludes '" + both.get(0).text() + "'")
                  .with(both.get(0), "this is the other scope"));
          break;
        }
      }
    }
  }

  private static void checkScope(Field scope, List<Field> amounts, Violations violations) {
    boolean best = scope.text().equals("BestEffort");
    if (!best && !WITH_POD_RESOURCES.contains(scope.text())) {
      return;
    }
    for (Field amount : amounts) {
      String name = amount.path().name();
      boolean fits = name.equals("pods") || !best && OF_PODS.contains(name);
      if (isStandard(name) && !fits) {
        violations.report(
            Violation.at(scope, "scope '" + scope.text() + "' is not for '" + name + "'")
                .with(amount, "this is the resource"));
        return;
      }
    }
  }

  private static void checkExpression(Field expression, Violations violations) {
    String scope = expression.get("scopeName").text();
    Field operator = expression.get("operator");
    String text = operator.text();
    boolean takesValues = scope.equals("PriorityClass") || scope.equals("VolumeAttributesClass");
    boolean known = WITH_POD_RESOURCES.contains(scope) || scope.equals("BestEffort");
    if (known && !takesValues && Set.of("In", "NotIn", "DoesNotExist").contains(text)) {
      violations.report(operator, "scope '" + scope + "' takes the operator 'Exists' alone");
    } else {
      SelectorExpression.checkValues(expression, violations);
    }
  }
}
