package dev.seaworthy.rules.capability;

import static java.util.Map.entry;

import dev.seaworthy.model.Capability;
import dev.seaworthy.model.Container;
import dev.seaworthy.rule.ContainerRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import java.util.Map;

/**
 * Flags each added capability that is a way to the node or to the pod's neighbours.
 *
 * <p>Silent on Windows, which has no capabilities.
 */
public final class DangerousCapabilityAdded implements ContainerRule {

  /** What each capability lets a container do. */
  private static final Map<String, String> POWERS =
      Map.ofEntries(
          entry(Capability.ALL, "do whatever root on the node can"),
          entry("AUDIT_CONTROL", "switch off the node's audit log"),
          entry("BPF", "load programs into the node's kernel"),
          entry("DAC_READ_SEARCH", "open any file of the node by its handle"),
          entry("MAC_ADMIN", "change the node's AppArmor and SELinux rules"),
          entry("MAC_OVERRIDE", "ignore the node's mandatory access control"),
          entry("NET_ADMIN", "change network interfaces, routes and firewall rules"),
          entry("NET_RAW", "forge packets in the name of other pods"),
          entry("PERFMON", "observe the kernel and all that runs on the node"),
          entry("SYS_ADMIN", "mount file systems and escape to the node"),
          entry("SYS_BOOT", "load another kernel for the node to boot"),
          entry("SYS_MODULE", "load modules into the node's kernel"),
          entry("SYS_PTRACE", "read and change the memory of other processes"),
          entry("SYS_RAWIO", "access the node's memory and devices past the kernel"),
          entry("SYS_TIME", "set the node's clock"),
          entry("SYSLOG", "read the node's kernel log and its addresses"));

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "dangerous-capability-added", "container adds a capability that reaches the node")
          .severity(Severity.HIGH)
          .category("capability")
          .remediation(
              "Remove the capability; if one privileged step needs it, move that step to a"
                  + " component of its own.")
          .references(
              "https://man7.org/linux/man-pages/man7/capabilities.7.html",
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/")
          .aliases(
              "KSV-0005",
              "KSV-0022",
              "KSV-0119",
              "KSV-0120",
              "CKV_K8S_25",
              "CKV_K8S_39",
              "C-0046",
              "C-0057",
              "drop-net-raw-capability",
              "dangerousCapabilities",
              "CapSysAdmin",
              "K8sPSPCapabilities",
              "disallow-capabilities")
          .standards("pss:baseline")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Container container, Violations violations) {
    if (container.workload().security().isWindows()) {
      return;
    }
    boolean confined = container.workload().security().userNamespace().isolatesRoot();
    for (Capability added : container.security().capabilities().added()) {
      String power = POWERS.get(added.name());
      if (power != null) {
        violations.report(
            added.field(),
            container
                + " adds capability '"
                + added.written()
                + (confined
                    ? "': its user namespace confines that, yet it opens more of the kernel to attack"
                    : "', which lets it " + power));
      }
    }
  }
}
