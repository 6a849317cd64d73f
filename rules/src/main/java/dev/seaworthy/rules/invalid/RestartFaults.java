package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerType;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.Map;

/** When a container starts again: by a policy, by rules, and for being resized. */
final class RestartFaults {

  private final Container container;
  private final KubernetesVersion version;
  private final Violations violations;

  RestartFaults(Container container, Violations violations) {
    this.container = container;
    this.version = container.workload().cluster().version();
    this.violations = violations;
  }

  void check() {
    Field policy = container.field().get("restartPolicy");
    boolean refused =
        container.type() == ContainerType.CONTAINER
            && version.isAtLeast(1, 28)
            && !version.isAtLeast(1, 34);
    if (refused && policy.text().equals("Always")) {
      violations.report(
          policy,
          "before Kubernetes 1.34, 'restartPolicy' is for init containers, and not for "
              + container);
    }
    Field rules = container.field().get("restartPolicyRules");
    // older servers drop the rules
    if (version.isAtLeast(1, 35) && !rules.items().isEmpty() && !policy.isPresent()) {
      violations.report(rules, "'restartPolicyRules' of " + container + " need a 'restartPolicy'");
    }
    if (version.isAtLeast(1, 33)) {
      checkResize();
    }
  }

  private void checkResize() {
    Field podPolicy = container.workload().spec().get("restartPolicy");
    Map<String, Field> seen = new HashMap<>();
    for (Field item : container.field().get("resizePolicy").items()) {
      Field resource = item.get("resourceName");
      Field first = seen.putIfAbsent(resource.text(), resource);
      if (first != null && !resource.text().isEmpty()) {
        violations.report(
            Violation.at(
                    resource,
                    "'resizePolicy' of " + container + " has '" + resource.text() + "' twice")
                .with(first, "this is the first"));
      }
      Field policy = item.get("restartPolicy");
      if (policy.text().equals("RestartContainer") && podPolicy.text().equals("Never")) {
        violations.report(
            Violation.at(
                    policy, container + " cannot restart for a new size: the pod never restarts")
                .with(podPolicy, "'restartPolicy' is 'Never' here"));
      }
    }
  }
}
