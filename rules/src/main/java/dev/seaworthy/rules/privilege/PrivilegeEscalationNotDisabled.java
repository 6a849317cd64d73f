package dev.seaworthy.rules.privilege;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Setting;
import dev.seaworthy.rule.ContainerRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;

/**
 * Flags containers whose processes may gain privileges, for example through a set-user-ID program.
 *
 * <p>Silent on privileged containers, where the API server refuses the remedy, and on Windows.
 */
public final class PrivilegeEscalationNotDisabled implements ContainerRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "privilege-escalation-not-disabled", "container may gain privileges as it runs")
          .severity(Severity.MEDIUM)
          .category("privilege")
          .remediation("Set 'allowPrivilegeEscalation: false' in the container's security context.")
          .references(
              "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
              "https://docs.kernel.org/userspace-api/no_new_privs.html")
          .aliases(
              "KSV-0001",
              "CKV_K8S_20",
              "C-0016",
              "C-0211",
              "privilege-escalation-container",
              "privilegeEscalationAllowed",
              "AllowPrivilegeEscalation",
              "K8sPSPAllowPrivilegeEscalationContainer",
              "disallow-privilege-escalation")
          .standards("pss:restricted", "cis:5.2.6")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Container container, Violations violations) {
    Setting<Boolean> allowed = container.security().allowPrivilegeEscalation();
    if (allowed.is(false)
        || container.workload().security().isWindows()
        || container.security().privileged().is(true)) {
      return;
    }
    violations.report(
        allowed.field(),
        allowed.isWritten()
            ? container + " allows privilege escalation"
            : container + " does not set 'allowPrivilegeEscalation' to false");
  }
}
