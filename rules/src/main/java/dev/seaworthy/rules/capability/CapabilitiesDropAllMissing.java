package dev.seaworthy.rules.capability;

import dev.seaworthy.model.Capabilities;
import dev.seaworthy.model.Capability;
import dev.seaworthy.model.Container;
import dev.seaworthy.rule.ContainerRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;

/**
 * Flags containers that keep capabilities nobody chose, and {@code ALL} in a spelling that Pod
 * Security refuses.
 *
 * <p>Silent on privileged containers, where dropping has no effect, and on Windows.
 */
public final class CapabilitiesDropAllMissing implements ContainerRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "capabilities-drop-all-missing", "container does not drop all capabilities")
          .severity(Severity.LOW)
          .category("capability")
          .remediation(
              "Set 'capabilities: {drop: [ALL]}' and add back the single ones that are needed.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
              "https://man7.org/linux/man-pages/man7/capabilities.7.html")
          .aliases(
              "KSV-0003",
              "KSV-0004",
              "KSV-0106",
              "CKV_K8S_28",
              "CKV_K8S_37",
              "drop-net-raw-capability",
              "insecureCapabilities",
              "CapDropAll",
              "CapDropAny",
              "K8sPSPCapabilities",
              "disallow-capabilities-strict",
              "require-drop-all",
              "require-drop-cap-net-raw")
          .standards("pss:restricted", "cis:5.2.8")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Container container, Violations violations) {
    Capabilities capabilities = container.security().capabilities();
    if (capabilities.dropsAllToTheLetter()
        || container.workload().security().isWindows()
        || container.security().privileged().is(true)) {
      return;
    }
    if (!capabilities.dropsAll()) {
      violations.report(
          capabilities.field().get("drop"), container + " does not drop 'ALL' capabilities");
      return;
    }
    for (Capability dropped : capabilities.dropped()) {
      if (dropped.name().equals(Capability.ALL)) {
        violations.report(
            dropped.field(),
            container
                + " drops '"
                + dropped.written()
                + "', which Pod Security does not accept as 'ALL'");
      }
    }
  }
}
