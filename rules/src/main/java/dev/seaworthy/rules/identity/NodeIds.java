package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.Setting;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rules.SharedSetting;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** User and group IDs of pods that are the same IDs on the node. */
final class NodeIds {

  private NodeIds() {}

  /**
   * Whether a pod's are: not on Windows, which has none, nor in a user namespace, which maps them.
   */
  static boolean has(PodSecurity pod) {
    return !pod.isWindows() && !pod.userNamespace().isolatesRoot();
  }

  /**
   * A setting of those containers that a rule is after, each place once; of none if the IDs of the
   * pod are not those of the node.
   */
  static <T> List<SharedSetting<T>> settings(
      Workload workload,
      Function<ContainerSecurity, Setting<T>> setting,
      Predicate<ContainerSecurity> wanted) {
    List<Container> containers =
        has(workload.security()) ? workload.containers() : List.<Container>of();
    return SharedSetting.of(
        containers.stream().filter(container -> wanted.test(container.security())).toList(),
        container -> setting.apply(container.security()));
  }
}
