package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rules.SharedSetting;
import java.util.List;

/**
 * Containers that must not run as root and are told to. The kubelet does not start them, whether or
 * not a user namespace makes root somebody else; Windows has no user IDs.
 */
final class RootContradictions {

  private RootContradictions() {}

  static void check(Workload workload, Violations violations) {
    List<Container> refused =
        workload.containers().stream().filter(RootContradictions::contradictsItself).toList();
    if (refused.isEmpty() || workload.security().isWindows()) {
      return;
    }
    for (SharedSetting<Long> user :
        SharedSetting.of(refused, container -> container.security().runAsUser())) {
      String message =
          "'runAsUser' is 0 and 'runAsNonRoot' is true: the kubelet will not start " + user.names();
      violations.report(
          Violation.at(user.field(), message)
              .with(
                  user.containers().get(0).security().runAsNonRoot().field(),
                  "'runAsNonRoot' is true here"));
    }
  }

  private static boolean contradictsItself(Container container) {
    ContainerSecurity security = container.security();
    return security.runAsNonRoot().is(true) && security.runAsUser().is(0L);
  }
}
