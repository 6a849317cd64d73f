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
 * Flags fields that a container may not have: probes and hooks of init containers that end, values
 * that a kind of probe or hook does not take, and restarts that the pod does not make. Pods and
 * their templates are made without ephemeral containers.
 */
public final class InvalidContainerField implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-container-field", "field is not for this container")
          .category("invalid")
          .remediation(
              "Remove the field, or give it the value that the message names. An init container with"
                  + " 'restartPolicy: Always' keeps running and may have probes.")
          .references(
              "https://kubernetes.io/docs/concepts/workloads/pods/init-containers/",
              "https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/")
          .build();

  private static final List<String> OF_RUNNING =
      List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    boolean template = WholePodRule.isTemplate(workload);
    for (Container container : workload.containers()) {
      if (container.type() == ContainerType.INIT && !container.isSidecar()) {
        checkInit(container, violations);
      } else if (container.type() != ContainerType.EPHEMERAL) {
        new LifecycleFaults(container, violations).check();
      }
      if (container.type() != ContainerType.EPHEMERAL) {
        new RestartFaults(container, violations).check();
        if (!template) {
          checkImage(container, violations);
        }
      }
    }
    checkEphemeral(workload, template, violations);
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

  /** Templates are not looked at as closely. */
  private static void checkImage(Container container, Violations violations) {
    Field image = container.field().get("image");
    String text = image.string().orElse("");
    if (!text.equals(text.strip())) {
      violations.report(image, "the image of " + container + " has blanks at an end: remove them");
    }
  }

  /** A pod that was read from a cluster may have got them there. */
  private static void checkEphemeral(Workload workload, boolean template, Violations violations) {
    Field ephemeral = workload.spec().get(ContainerType.EPHEMERAL.field());
    boolean read = workload.object().root().get("metadata", "uid").isPresent();
    if (template && !ephemeral.items().isEmpty()) {
      violations.report(ephemeral, "a template of pods has no ephemeral containers");
    } else if (!read && !ephemeral.items().isEmpty()) {
      violations.report(
          ephemeral,
          "a pod is made without ephemeral containers: 'kubectl debug' adds them once it runs");
    }
  }
}
