package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Flags limit ranges that the API server refuses: bounds that exclude each other, limits of nothing
 * that has any, two of one type.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidLimitRange implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-limit-range", "bounds of a limit range exclude each other")
          .category("invalid")
          .remediation("Order the bounds: 'min', 'defaultRequest', 'default', 'max'.")
          .references(
              "https://kubernetes.io/docs/concepts/policy/limit-range/",
              "https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/limit-range-v1/")
          .build();

  private static final List<String> TYPES = List.of("Pod", "Container", "PersistentVolumeClaim");

  /** From the least to the most. */
  private static final List<String> BOUNDS = List.of("min", "defaultRequest", "default", "max");

  private static final List<String> OF_PODS = List.of("defaultRequest", "default");
  private static final List<String> RESOURCES = List.of("cpu", "memory", "ephemeral-storage");
  private static final Set<String> WITH_RESOURCES = Set.of("Pod", "Container");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("v1", "LimitRange"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Map<String, Field> types = new HashMap<>();
    for (Field limit : object.root().get("spec", "limits").items()) {
      Field type = limit.get("type");
      checkType(type, types, violations);
      if (WITH_RESOURCES.contains(type.text())) {
        checkResources(limit, violations);
      }
      boolean ofPods = type.text().equals("Pod");
      for (String defaults : OF_PODS) {
        if (ofPods && !limit.get(defaults).members().isEmpty()) {
          violations.report(limit.get(defaults), "a limit of type 'Pod' has no '" + defaults + "'");
        }
      }
      checkClaims(limit, violations);
      checkBounds(limit, ofPods ? List.of("min", "max") : BOUNDS, violations);
    }
  }

  private static void checkType(Field field, Map<String, Field> types, Violations violations) {
    String type = field.string().orElse("");
    if (type.isEmpty() || Placeholder.isIn(type)) {
      return;
    }
    if (!type.contains("/") && !TYPES.contains(type)) {
      violations.report(
          field, "'" + type + "' is no type of a limit" + Suggestions.didYouMean(type, TYPES));
    }
    Field first = types.putIfAbsent(type, field);
    if (first != null) {
      violations.report(
          Violation.at(field, "two limits have the type '" + type + "'")
              .with(first, "this is the first"));
    }
  }

  private static void checkResources(Field limit, Violations violations) {
    for (Field bound : limit.members()) {
      for (Field amount : bound.members()) {
        String name = amount.path().name();
        boolean known =
            name.contains("/") || name.startsWith("hugepages-") || RESOURCES.contains(name);
        if (!known && !amount.text().isEmpty() && !Placeholder.isIn(name)) {
          violations.report(
              amount,
              "'"
                  + name
                  + "' is no resource of containers"
                  + Suggestions.didYouMean(name, RESOURCES));
        } else if (name.contains("/")) {
          RefusedName.report("resource", amount, name, NameFormat.faultOfKey(name), violations);
        }
      }
    }
  }

  private static void checkClaims(Field limit, Violations violations) {
    boolean bounded =
        limit.get("min", "storage").isPresent() || limit.get("max", "storage").isPresent();
    if (limit.get("type").text().equals("PersistentVolumeClaim") && !bounded) {
      violations.report(
          limit, "a limit of type 'PersistentVolumeClaim' needs 'storage' in 'min' or 'max'");
    }
  }

  /** Reports a bound that is over the next one that is there, and ratios that cannot be. */
  private static void checkBounds(Field limit, List<String> bounds, Violations violations) {
    for (int i = 0; i < bounds.size(); i++) {
      for (Field lower : limit.get(bounds.get(i)).members()) {
        bounds.subList(i + 1, bounds.size()).stream()
            .map(bound -> limit.get(bound, lower.path().name()))
            .filter(Field::isPresent)
            .findFirst()
            .ifPresent(upper -> checkOrder(lower, upper, violations));
      }
    }
    for (Field ratio : limit.get("maxLimitRequestRatio").members()) {
      if (value(ratio).filter(number -> number.compareTo(BigDecimal.ONE) < 0).isPresent()) {
        violations.report(
            ratio, "the ratio of '" + ratio.path().name() + "' is " + ratio.text() + ", below 1");
      }
    }
  }

  private static void checkOrder(Field lower, Field upper, Violations violations) {
    Optional<BigDecimal> least = value(lower);
    Optional<BigDecimal> most = value(upper);
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      String resource = " of '" + lower.path().name() + "' is over ";
      violations.report(
          Violation.at(lower, bound(lower) + resource + bound(upper))
              .with(upper, "this is " + bound(upper)));
    }
  }

  private static String bound(Field amount) {
    String list = amount.path().parent().map(FieldPath::name).orElse("");
    return "'" + list + "' '" + amount.text() + "'";
  }

  private static Optional<BigDecimal> value(Field amount) {
    return Quantity.of(amount).flatMap(Quantity::value);
  }
}
