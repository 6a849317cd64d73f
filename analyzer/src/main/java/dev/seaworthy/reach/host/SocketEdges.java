package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.CODE;
import static dev.seaworthy.reach.Foothold.NODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.model.Field;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The steps that sockets of the node open: the container runtime's, and the system's. */
final class SocketEdges {

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
          new DefinedEdge<>(
              "runtime-socket",
              "has the container runtime start a privileged container",
              ROOT,
              NODE,
              """
              Whoever connects to the runtime's socket has it do what it likes, as root. A read-only \
              mount and a user namespace do not stop it. SELinux does, if enforced: no container's type \
              but 'container_kvm_t' may connect to the runtime.""",
              "https://kubernetes.io/docs/setup/production-environment/container-runtimes/",
              List.of(Assumption.SELINUX_ENFORCED),
              SeLinux.refusesToConnect(SocketEdges::socketsOfRoot)),
          new DefinedEdge<>(
              "runtime-socket-group",
              "has the container runtime start a privileged container, as a member of its group",
              CODE,
              NODE,
              """
              Sockets of runtimes are open to root's group: it is the primary group where 'runAsGroup' \
              is not set and the image has no other. Docker's alone has a group of its own, with a \
              number from 1 to 999 that no manifest tells, so that any such number counts where the \
              socket or its folder is mounted. Other groups stop it, and so does SELinux as above. On \
              Windows it takes the administrator.""",
              "https://docs.docker.com/engine/install/linux-postinstall/",
              List.of(Assumption.SOCKET_GROUP_RIGHTS, Assumption.SELINUX_ENFORCED),
              SeLinux.refusesToConnect(SocketEdges::socketsOfGroup)),
          new DefinedEdge<>(
              "system-bus",
              "has systemd run a program on the node",
              ROOT,
              NODE,
              """
              Whoever connects to the bus as root has systemd start what it likes, as root. A \
              read-only mount does not stop it. A user namespace does, as the bus asks the kernel who \
              is there and learns the node's user, which is an ordinary one; so does SELinux if \
              enforced.""",
              "https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.systemd1.html",
              List.of(Assumption.ROOTLESS_NODES, Assumption.SELINUX_ENFORCED),
              SeLinux.refuses(SocketEdges::buses)));

  private SocketEdges() {}

  private static List<Cause> buses(Situation situation) {
    if (situation.userNamespace().isolatesRoot() || situation.isWindows()) {
      return List.of();
    }
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : HostMounts.ofRoot(situation)) {
      mount
          .first(NodeKinds.SYSTEM_BUS::equals)
          .flatMap(place -> NodePlaces.gain(place.getValue(), "read"))
          .ifPresent(gain -> causes.add(mount.cause(List.of(), " gives " + gain, List.of())));
    }
    return causes;
  }

  private static List<Cause> socketsOfRoot(Situation situation) {
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : HostMounts.ofRoot(situation)) {
      NodePlaces.runtimeSockets(mount.path()).stream()
          .findFirst()
          .ifPresent(socket -> causes.add(mount.cause(List.of(), given(socket), List.of())));
    }
    return causes;
  }

  private static List<Cause> socketsOfGroup(Situation situation) {
    if (situation.isWindows() || !situation.cluster().nodes().socketGroupRights()) {
      return List.of();
    }
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : HostMounts.own(situation)) {
      for (Membership membership : Membership.all(situation)) {
        NodePlaces.runtimeSockets(mount.path()).stream()
            .filter(socket -> membership.mayOpen(socket, mount.path()))
            .findFirst()
            .ifPresent(socket -> causes.add(opened(socket, mount, membership)));
      }
    }
    return causes;
  }

  private static Cause opened(String socket, HostMount mount, Membership membership) {
    return mount.cause(
        List.of(Assumption.SOCKET_GROUP_RIGHTS),
        given(socket),
        Stream.of(membership.field()).filter(Field::isPresent).toList(),
        List.of(membership.end()));
  }

  private static String given(String socket) {
    return " gives the runtime's socket '" + socket + "'";
  }
}
