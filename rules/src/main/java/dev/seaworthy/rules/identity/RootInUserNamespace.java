package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.UserNamespace;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.rules.SharedSetting;
import java.util.List;

/**
 * Says of which containers root is root in the container only, and why: the rules on root are
 * silent about them.
 */
public final class RootInUserNamespace implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("root-in-user-namespace", "root is root in the container only")
          .severity(Severity.INFO)
          .category("identity")
          .profile(Profile.ALL)
          .remediation(
              "Nothing need be done: keep what makes it so, or let the container run as another"
                  + " user as well.")
          .references(
              "https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/",
              "https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/2033-kubelet-in-userns-aka-rootless")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    UserNamespace namespace = workload.security().userNamespace();
    if (workload.security().isWindows() || !namespace.isolatesRoot()) {
      return;
    }
    List<Container> roots =
        workload.containers().stream()
            .filter(container -> container.security().mayBeRoot())
            .toList();
    if (!roots.isEmpty()) {
      violations.report(violation(workload, namespace, roots));
    }
  }

  private static Violation violation(
      Workload workload, UserNamespace namespace, List<Container> roots) {
    String reason =
        namespace == UserNamespace.POD
            ? "the pod has a user namespace"
            : "the nodes are rootless, as the configuration says";
    String message = "root of " + SharedSetting.names(roots) + " is no root on the node: " + reason;
    return Violation.at(workload.security().hostUsers().field(), message);
  }
}
