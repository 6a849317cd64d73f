package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.Setting;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;

/**
 * Namespaces of a pod that exclude each other.
 *
 * @see <a
 *     href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/127-user-namespaces">
 *     KEP-127</a>
 * @see <a
 *     href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/5607-hostnetwork-userns">
 *     KEP-5607, which lifts the ban on the network of the host</a>
 * @see <a href="https://github.com/kubernetes/kubernetes/pull/132868">block devices</a>
 */
final class NamespaceContradictions {

  private static final String WINDOWS = "windowsOptions";

  private NamespaceContradictions() {}

  static void check(Workload workload, Violations violations) {
    PodSecurity security = workload.security();
    if (security.hostPid().is(true) && security.shareProcessNamespace().is(true)) {
      violations.report(
          Violation.at(
                  security.shareProcessNamespace().field(),
                  "'shareProcessNamespace' and 'hostPID' exclude each other")
              .with(security.hostPid().field(), "this is the other"));
    }
    // a server without the feature drops the field
    if (security.hostUsers().is(false) && workload.cluster().userNamespaces()) {
      checkUserNamespace(workload, violations);
    }
    checkHostProcess(workload, violations);
  }

  private static void checkUserNamespace(Workload workload, Violations violations) {
    PodSecurity security = workload.security();
    Field users = security.hostUsers().field();
    boolean mayShareNetwork = workload.cluster().version().isAtLeast(1, 35);
    for (Setting<Boolean> host :
        List.of(security.hostPid(), security.hostIpc(), security.hostNetwork())) {
      boolean isNetwork = host.field().path().name().equals("hostNetwork");
      if (host.is(true) && !(isNetwork && mayShareNetwork)) {
        String name = host.field().path().name();
        violations.report(
            Violation.at(host.field(), "'" + name + "' excludes a user namespace of the pod's own")
                .with(users, "'hostUsers' false asks for one here"));
      }
    }
    if (workload.cluster().version().isAtLeast(1, 35)) {
      for (Container container : workload.containers()) {
        Field devices = container.field().get("volumeDevices");
        if (!devices.items().isEmpty()) {
          violations.report(
              Violation.at(
                      devices, container + " has block devices, which a user namespace excludes")
                  .with(users, "'hostUsers' false asks for one here"));
        }
      }
    }
  }

  /** Either all containers of a Windows pod are processes of the host, or none is. */
  private static void checkHostProcess(Workload workload, Violations violations) {
    boolean hasOptions =
        workload.security().context().get(WINDOWS).isPresent()
            || workload.containers().stream()
                .anyMatch(container -> container.security().context().get(WINDOWS).isPresent());
    if (!hasOptions) {
      return;
    }
    List<Container> containers = workload.containers();
    List<Container> onHost =
        containers.stream()
            .filter(container -> container.security().windows().hostProcess().is(true))
            .toList();
    if (onHost.isEmpty()) {
      return;
    }
    Field first = onHost.get(0).security().windows().hostProcess().field();
    if (onHost.size() < containers.size()) {
      violations.report(
          first, "either all containers of a pod are processes of the host or none is");
    }
    if (!workload.security().hostNetwork().is(true)) {
      violations.report(first, "a pod with processes of the host needs 'hostNetwork' true");
    }
  }
}
