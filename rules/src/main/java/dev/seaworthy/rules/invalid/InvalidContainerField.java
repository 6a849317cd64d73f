package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerType;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import java.util.List;

/**
 * Flags fields that a type of container may not have: probes and hooks of init containers that end,
 * and what an ephemeral container cannot offer. Templates cannot have ephemeral containers at all.
 */
public final class InvalidContainerField implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-container-field", "field is not for this type of container")
          .category("invalid")
          .remediation(
              "Remove the field. An init container with 'restartPolicy: Always' keeps running and"
                  + " may have probes.")
          .references(
              "https://kubernetes.io/docs/concepts/workloads/pods/init-containers/",
              "https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/")
          .build();

  private static final List<String> OF_RUNNING =
      List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

  private static final List<String> IF_NOT_EMPTY = List.of("ports", "resources");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    Field ephemeral = workload.spec().get(ContainerType.EPHEMERAL.field());
    boolean inTemplate = WholePodRule.isTemplate(workload) && !ephemeral.items().isEmpty();
    if (inTemplate) {
      violations.report(ephemeral, "a template of pods has no ephemeral containers");
    }
    for (Container container : workload.containers()) {
      if (container.type() == ContainerType.INIT && !container.isSidecar()) {
        checkInit(container, violations);
      } else if (container.type() == ContainerType.EPHEMERAL && !inTemplate) {
        checkEphemeral(container, violations);
      }
    }
  }

  private static void checkInit(Container container, Violations violations) {
    for (String name : OF_RUNNING) {
      Field field = container.field().get(name);
      boolean variable = Placeholder.isIn(container.field().get("restartPolicy").text());
      if (field.isPresent() && !variable) {
        violations.report(
            field, container + " may have '" + name + "' with 'restartPolicy' 'Always' only");
      }
    }
  }

  private static void checkEphemeral(Container container, Violations violations) {
    for (String name : OF_RUNNING) {
      reportIf(container.field().get(name).isPresent(), container, name, violations);
    }
    for (String name : IF_NOT_EMPTY) {
      Field field = container.field().get(name);
      boolean filled = !field.items().isEmpty() || !field.members().isEmpty();
      reportIf(filled, container, name, violations);
    }
    Field target = container.field().get("targetContainerName");
    boolean missing =
        !target.text().isEmpty()
            && container.workload().containers().stream()
                .filter(other -> other.type() != ContainerType.EPHEMERAL)
                .noneMatch(other -> other.name().equals(target.text()));
    if (missing) {
      violations.report(target, container + " has no container '" + target.text() + "' to look at");
    }
  }

  private static void reportIf(
      boolean wrong, Container container, String name, Violations violations) {
    if (wrong) {
      violations.report(container.field().get(name), container + " cannot have '" + name + "'");
    }
  }
}
