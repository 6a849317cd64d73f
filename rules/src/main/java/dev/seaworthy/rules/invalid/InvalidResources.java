package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerType;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Flags resources that the API server refuses: of names that there are none of, negative amounts,
 * parts of what comes in whole pieces, and requests over their limit. Of huge pages and extended
 * resources, the request is the limit.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/">Resource
 *     management</a>
 */
public final class InvalidResources implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-resources", "resources ask for what cannot be")
          .category("invalid")
          .remediation(
              "Name resources as nodes have them, and write a limit that is no less than the"
                  + " request.")
          .references(
              "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
              "https://kubernetes.io/docs/tasks/manage-hugepages/scheduling-hugepages/",
              "https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    boolean template = WholePodRule.isTemplate(workload);
    ResourceClaims claims = new ResourceClaims(workload, violations);
    for (Container container : workload.containers()) {
      Field resources = container.field().get("resources");
      new ResourceFaults(container.toString(), false, template, violations).check(resources);
      claims.checkUses(container);
    }
    claims.check();
    // older servers drop the field
    if (workload.cluster().version().isAtLeast(1, 34)) {
      checkWhole(workload, template, violations);
    }
    for (Field amount : workload.spec().get("overhead").members()) {
      new ResourceFaults("the overhead", false, template, violations).checkAmount(amount);
    }
  }

  private static void checkWhole(Workload workload, boolean template, Violations violations) {
    Field resources = workload.spec().get("resources");
    new ResourceFaults("the pod", true, template, violations).check(resources);
    if (!resources.get("claims").items().isEmpty()) {
      violations.report(
          resources.get("claims"), "containers have 'claims', and a pod as a whole has none");
    }
    for (Container container : workload.containers()) {
      if (container.type() == ContainerType.CONTAINER) {
        checkWithin(container, resources.get("limits"), violations);
      }
    }
  }

  private static void checkWithin(Container container, Field limits, Violations violations) {
    for (Field limit : container.field().get("resources", "limits").members()) {
      Field whole = limits.get(limit.path().name());
      Optional<BigDecimal> own = Quantity.of(limit).flatMap(Quantity::value);
      Optional<BigDecimal> most = Quantity.of(whole).flatMap(Quantity::value);
      if (own.isPresent() && most.isPresent() && own.get().compareTo(most.get()) > 0) {
        violations.report(
            Violation.at(
                    limit,
                    container
                        + " may have '"
                        + limit.text()
                        + "' of '"
                        + limit.path().name()
                        + "', over the limit of the pod of '"
                        + whole.text()
                        + "'")
                .with(whole, "this is the limit of the pod"));
      }
    }
  }
}
