package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Flags amounts of resources that the API server refuses: none that it can read, negative ones, and
 * requests over their limit. Of huge pages and extended resources, the request is the limit.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/">Resource
 *     management</a>
 */
public final class InvalidResources implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-resources", "resources ask for what cannot be")
          .category("invalid")
          .remediation("Write a limit that is no less than the request.")
          .references(
              "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
              "https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    for (Container container : workload.containers()) {
      Field resources = container.field().get("resources");
      Field limits = resources.get("limits");
      for (String list : List.of("limits", "requests")) {
        for (Field amount : resources.get(list).members()) {
          checkAmount(container, amount, violations);
        }
      }
      for (Field request : resources.get("requests").members()) {
        checkLimit(container, request, limits.get(request.path().name()), violations);
      }
    }
  }

  private static void checkAmount(Container container, Field amount, Violations violations) {
    Optional<Quantity> quantity = Quantity.of(amount);
    String text = "'" + amount.text() + "' of '" + amount.path().name() + "'";
    if (quantity.isPresent() && quantity.get().value().isEmpty()) {
      violations.report(amount, text + " for " + container + " is no amount");
    } else if (quantity.flatMap(Quantity::value).filter(value -> value.signum() < 0).isPresent()) {
      violations.report(amount, text + " for " + container + " is less than nothing");
    }
  }

  private static void checkLimit(
      Container container, Field request, Field limit, Violations violations) {
    Optional<BigDecimal> requested = value(request);
    Optional<BigDecimal> allowed = value(limit);
    if (requested.isEmpty() || allowed.isEmpty()) {
      return;
    }
    String name = request.path().name();
    int order = requested.get().compareTo(allowed.get());
    String fault =
        order > 0
            ? ", over its limit of '" + limit.text() + "'"
            : ", and must request its limit of '" + limit.text() + "'";
    if (order > 0 || order < 0 && !mayBeLess(name)) {
      violations.report(
          Violation.at(
                  request,
                  container + " requests '" + request.text() + "' of '" + name + "'" + fault)
              .with(limit, "this is the limit"));
    }
  }

  /** Whether a container may request less of a resource than its limit. */
  private static boolean mayBeLess(String resource) {
    boolean builtIn = !resource.contains("/") || resource.contains("kubernetes.io/");
    return builtIn && !resource.startsWith("hugepages-");
  }

  private static Optional<BigDecimal> value(Field amount) {
    return Quantity.of(amount).flatMap(Quantity::value);
  }
}
