package dev.seaworthy.rules.privilege;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Setting;
import dev.seaworthy.rule.ContainerRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;

/** Flags containers that ask for {@code privileged: true}. */
public final class PrivilegedContainer implements ContainerRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("privileged-container", "container runs privileged")
          .severity(Severity.HIGH)
          .category("privilege")
          .remediation(
              "Remove 'privileged: true' and add the single capability or device that is needed.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
              "https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/")
          .aliases(
              "KSV-0017",
              "CKV_K8S_16",
              "C-0057",
              "C-0211",
              "runAsPrivileged",
              "Privileged",
              "container-security-context-privileged",
              "K8sPSPPrivilegedContainer",
              "disallow-privileged-containers")
          .standards("pss:baseline", "cis:5.2.2")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Container container, Violations violations) {
    Setting<Boolean> privileged = container.security().privileged();
    if (privileged.is(true)) {
      violations.report(privileged.field(), container + " runs privileged");
    }
  }
}
