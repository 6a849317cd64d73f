package dev.seaworthy.rules.podsecurity;

import dev.seaworthy.podsecurity.PodSecurity;
import dev.seaworthy.podsecurity.PodSecurityCheck;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.podsecurity.PodSecurityVersion;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Pod Security Standards as rules: one for each check, and one finding of each for a pod. */
public final class PodSecurityRules {

  /** What to do about each check. */
  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("appArmorProfile", "Use the AppArmor profile 'RuntimeDefault' or a local one."),
          Map.entry("capabilities_baseline", "Remove the capability."),
          Map.entry("hostNamespaces", "Remove the field."),
          Map.entry("hostPathVolumes", "Use a volume that belongs to the pod."),
          Map.entry("hostPorts", "Remove 'hostPort' and use a Service."),
          Map.entry("hostProbesAndHostLifecycle", "Remove 'host': it is the pod by default."),
          Map.entry("privileged", "Remove 'privileged: true'."),
          Map.entry("procMount", "Remove 'procMount'."),
          Map.entry("seLinuxOptions", "Remove 'user' and 'role', and use a type of a container."),
          Map.entry("seccompProfile_baseline", "Use the seccomp profile 'RuntimeDefault'."),
          Map.entry("sysctls", "Remove the sysctl."),
          Map.entry("windowsHostProcess", "Remove 'hostProcess: true'."),
          Map.entry("allowPrivilegeEscalation", "Set 'allowPrivilegeEscalation: false'."),
          Map.entry(
              "capabilities_restricted",
              "Set 'capabilities: {drop: [ALL]}' and add nothing but 'NET_BIND_SERVICE'."),
          Map.entry("procMount_restricted", "Remove 'procMount'."),
          Map.entry("restrictedVolumes", "Use a type of volume that belongs to the pod."),
          Map.entry("runAsNonRoot", "Set 'runAsNonRoot: true' for the pod."),
          Map.entry("runAsUser", "Set 'runAsUser' to the ID of an unprivileged user."),
          Map.entry(
              "seccompProfile_restricted",
              "Set 'seccompProfile: {type: RuntimeDefault}' for the pod."));

  private PodSecurityRules() {}

  /**
   * A rule for each check of the standards, which looks as the level and version demand: {@link
   * PodSecurity#checks} says which of them do anything. All are there, so that each is known by
   * name; no profile but {@code all} has them, so enable those that are to run.
   */
  public static List<Rule> of(PodSecurityLevel level, PodSecurityVersion version) {
    List<Rule> rules = new ArrayList<>();
    List<PodSecurityCheck> active = PodSecurity.active(level, version);
    for (PodSecurityCheck check : PodSecurity.known()) {
      PodSecurityCheck judging =
          active.stream().filter(one -> one.id().equals(check.id())).findFirst().orElse(check);
      rules.add(new PodSecurityRule(judging, metadata(check)));
    }
    return List.copyOf(rules);
  }

  /** The id of the rule for a check, such as {@code pod-security/runAsNonRoot}. */
  public static String id(String check) {
    return "pod-security/" + check;
  }

  private static RuleMetadata metadata(PodSecurityCheck check) {
    boolean baseline = check.level() == PodSecurityLevel.BASELINE;
    return RuleMetadata.builder(id(check.id()), "pod violates '" + check.id() + "' of Pod Security")
        .severity(baseline ? Severity.HIGH : Severity.MEDIUM)
        .category("pod-security")
        .profile(Profile.ALL)
        .remediation(REMEDIES.getOrDefault(check.id(), "See the Pod Security Standards."))
        .references("https://kubernetes.io/docs/concepts/security/pod-security-standards/")
        .standards("pss:" + check.level().id())
        .build();
  }
}
