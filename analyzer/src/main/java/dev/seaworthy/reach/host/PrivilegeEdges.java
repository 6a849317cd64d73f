package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.NODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.model.Setting;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.List;

/** The steps that privileged containers open. */
final class PrivilegeEdges {

  private static final DefinedEdge<Situation> PRIVILEGED =
      new DefinedEdge<>(
          "privileged",
          "root in a privileged container mounts the node's disks",
          ROOT,
          NODE,
          """
          A privileged container has all capabilities and all devices of the node, and neither \
          seccomp nor AppArmor confines it. It takes root: an ordinary user has none of the \
          capabilities. In a user namespace the capabilities are good for what belongs to the \
          namespace only, and the node's devices do not. Windows has no such containers.""",
          "https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/",
          List.of(),
          PrivilegeEdges::privileged);

  static final List<DefinedEdge<Situation>> ALL = List.of(PRIVILEGED);

  private PrivilegeEdges() {}

  private static List<Cause> privileged(Situation situation) {
    Setting<Boolean> privileged = situation.security().privileged();
    if (!privileged.is(true) || situation.isWindows() || situation.userNamespace().isolatesRoot()) {
      return List.of();
    }
    return List.of(
        new Cause(
            situation.container() + " runs privileged",
            List.of(privileged.field()),
            List.of(),
            List.of(Change.set(privileged.field(), "false"))));
  }
}
