package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.Workload;
import java.util.List;
import java.util.stream.Stream;

/** What the containers of a pod need root for, as far as the manifest shows. */
final class RootNeeds {

  private static final String USER_NAMESPACE = "a user namespace ('hostUsers: false')";

  private final PortNeeds ports;
  private final CapabilityNeeds capabilities;
  private final FileNeeds files;

  RootNeeds(Workload workload) {
    List<String> userNamespace =
        canHaveUserNamespace(workload) ? List.of(USER_NAMESPACE) : List.of();
    this.ports = new PortNeeds(workload.security());
    this.capabilities = new CapabilityNeeds(workload.security(), userNamespace);
    this.files = new FileNeeds(workload, userNamespace);
  }

  /** The needs of one container; none where nothing in the manifest needs root. */
  List<RootNeed> of(Container container) {
    if (container.security().privileged().is(true)) {
      return List.of(RootNeed.real(container.security().privileged().field(), "'privileged'"));
    }
    return Stream.of(ports.of(container), capabilities.of(container), files.of(container))
        .flatMap(List::stream)
        .toList();
  }

  /** The API server refuses a user namespace beside host namespaces and raw devices (KEP-127). */
  private static boolean canHaveUserNamespace(Workload workload) {
    PodSecurity pod = workload.security();
    return workload.cluster().userNamespaces()
        && Stream.of(pod.hostNetwork(), pod.hostPid(), pod.hostIpc())
            .noneMatch(shared -> shared.is(true))
        && workload.containers().stream()
            .allMatch(container -> container.field().get("volumeDevices").items().isEmpty());
  }
}
