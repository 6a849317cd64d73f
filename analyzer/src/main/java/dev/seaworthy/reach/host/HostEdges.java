package dev.seaworthy.reach.host;

import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.Situation;
import java.util.List;
import java.util.stream.Stream;

/** The steps to root in the container and to the node. */
public final class HostEdges {

  /** All of them, the plainest first. */
  public static final List<DefinedEdge<Situation>> ALL =
      Stream.of(
              UserEdges.ALL,
              PrivilegeEdges.ALL,
              SocketEdges.ALL,
              HostPathEdges.ALL,
              HomeEdges.ALL,
              DeviceEdges.ALL,
              CapabilityEdges.ALL,
              NamespaceEdges.ALL,
              ControlPlane.ALL)
          .flatMap(List::stream)
          .toList();

  private HostEdges() {}

  /** Whether the kubelet refuses to start the container, so that no code runs there. */
  public static boolean neverStarts(Situation situation) {
    return UserEdges.areAtOdds(situation);
  }
}
