package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.rules.SharedSetting;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Flags containers whose user the image alone decides: nothing in the manifest keeps root away. An
 * explicit user ID 0 is {@link RunAsUserZero}'s.
 *
 * <p>Silent where a user namespace makes root somebody else. On Windows the name of the user
 * counts, as user IDs mean nothing there.
 */
public final class RunAsRootPossible implements WorkloadRule {

  /** The users with full rights, without their domain; Windows ignores letter case. */
  private static final Set<String> WINDOWS_ADMINISTRATORS =
      Set.of("containeradministrator", "administrator", "system");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("run-as-root-possible", "container may run as root")
          .severity(Severity.MEDIUM)
          .category("identity")
          .profile(Profile.STRICT)
          .remediation(
              "Set 'runAsNonRoot: true' for the pod, and 'runAsUser' too if the image names its"
                  + " user instead of numbering it.")
          .references(
              "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
              "https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/",
              "https://kubernetes.io/docs/tasks/configure-pod-container/configure-runasusername/")
          .aliases(
              "KSV-0012",
              "CKV_K8S_23",
              "C-0013",
              "C-0211",
              "run-as-non-root",
              "runAsRootAllowed",
              "RunAsNonRoot",
              "K8sPSPAllowedUsers",
              "require-run-as-nonroot",
              "require-run-as-containeruser")
          .standards("pss:restricted", "cis:5.2.7")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    boolean windows = workload.security().isWindows();
    if (!windows && workload.security().userNamespace().isolatesRoot()) {
      return;
    }
    List<Container> open =
        workload.containers().stream()
            .filter(container -> !container.security().runAsNonRoot().is(true))
            .filter(container -> !hasUser(container.security(), windows))
            .toList();
    for (SharedSetting<Boolean> nonRoot :
        SharedSetting.of(open, container -> container.security().runAsNonRoot())) {
      violations.report(nonRoot.field(), message(nonRoot, windows));
    }
  }

  /** Whether the manifest names the user, in a way that is not an administrator on Windows. */
  private static boolean hasUser(ContainerSecurity security, boolean windows) {
    return windows
        ? security
            .windows()
            .runAsUserName()
            .value()
            .filter(name -> !isAdministrator(name))
            .isPresent()
        : security.runAsUser().value().isPresent();
  }

  private static boolean isAdministrator(String name) {
    String user = name.substring(name.lastIndexOf('\\') + 1);
    return WINDOWS_ADMINISTRATORS.contains(user.toLowerCase(Locale.ROOT));
  }

  private static String message(SharedSetting<Boolean> nonRoot, boolean windows) {
    String root = windows ? "an administrator" : "root";
    if (nonRoot.isInherited()) {
      return "'runAsNonRoot' false of the pod applies to "
          + nonRoot.names()
          + ", which may run as "
          + root;
    }
    String reason =
        nonRoot.setting().isWritten()
            ? "its 'runAsNonRoot' is false"
            : "neither 'runAsNonRoot' nor "
                + (windows ? "an ordinary 'runAsUserName'" : "'runAsUser'")
                + " is set";
    return nonRoot.names() + " may run as " + root + ": " + reason;
  }
}
