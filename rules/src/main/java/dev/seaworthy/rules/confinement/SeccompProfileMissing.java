package dev.seaworthy.rules.confinement;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.SecurityProfile;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.rules.SharedSetting;
import java.util.List;

/**
 * Flags containers that may use every system call.
 *
 * <p>Silent on privileged containers, which no profile confines, on Windows, and where the nodes
 * give a profile to containers without one.
 */
public final class SeccompProfileMissing implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("seccomp-profile-missing", "container may use every system call")
          .severity(Severity.LOW)
          .category("confinement")
          .remediation("Set 'seccompProfile: {type: RuntimeDefault}' for the pod.")
          .references(
              "https://kubernetes.io/docs/tutorials/security/seccomp/",
              "https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/2413-seccomp-by-default")
          .aliases(
              "KSV-0030",
              "KSV-0104",
              "CKV_K8S_31",
              "C-0055",
              "C-0210",
              "C-0211",
              "linuxHardening",
              "SeccompAny",
              "SeccompUnconfined",
              "container-seccomp-profile",
              "K8sPSPSeccomp",
              "K8sPSPSeccompV2",
              "restrict-seccomp",
              "restrict-seccomp-strict")
          .standards("pss:restricted")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    if (workload.security().isWindows()) {
      return;
    }
    List<Container> unconfined =
        workload.containers().stream()
            .filter(container -> !container.security().privileged().is(true))
            .filter(container -> !profileOf(container).confines())
            .toList();
    for (SharedSetting<SecurityProfile> profile :
        SharedSetting.of(unconfined, container -> container.security().seccompProfile())) {
      violations.report(
          profile.setting().isWritten() ? useless(profile) : missing(profile.containers().get(0)));
    }
  }

  private static SecurityProfile profileOf(Container container) {
    return container.security().seccompProfile().value().orElseThrow();
  }

  private static Violation useless(SharedSetting<SecurityProfile> shared) {
    String type = shared.setting().value().orElseThrow().type();
    String profile =
        type.isEmpty() ? "a seccomp profile without a type" : "seccomp profile '" + type + "'";
    String refused =
        type.equals(SecurityProfile.UNCONFINED) ? "" : ", which the API server refuses";
    String message =
        shared.isInherited()
            ? profile + " of the pod applies to " + shared.names() + refused
            : shared.names() + " has " + profile + refused;
    Field field = shared.field();
    return Violation.at(field.isMapping() ? field.get("type") : field, message);
  }

  private static Violation missing(Container container) {
    Field field = container.security().seccompProfile().field();
    String message = container + " has no seccomp profile";
    Field annotation = container.security().seccompAnnotation();
    if (!annotation.isPresent()) {
      return Violation.at(field, message);
    }
    String name = "annotation '" + annotation.path().name() + "'";
    return Violation.at(field, message + "; " + name + " has no effect since Kubernetes 1.27")
        .with(annotation, "this annotation has no effect");
  }
}
