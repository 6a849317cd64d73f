package dev.seaworthy.reach.cluster;

import dev.seaworthy.reach.DefinedEdge;
import java.util.List;
import java.util.stream.Stream;

/** The steps that a service account takes, the plainest first. */
public final class ClusterEdges {

  static final List<DefinedEdge<Authority>> TO_NODE_OR_CLUSTER =
      Stream.of(RoleEdges.ALL, SystemEdges.ALL, ExtensionEdges.ALL, PodEdges.ALL)
          .flatMap(List::stream)
          .toList();

  static final List<DefinedEdge<Authority>> TO_ACCOUNTS = AccountEdges.ALL;

  private ClusterEdges() {}

  /** All of them. */
  public static List<DefinedEdge<?>> all() {
    return Stream.of(TokenEdges.ALL, TO_NODE_OR_CLUSTER, TO_ACCOUNTS)
        .<DefinedEdge<?>>flatMap(List::stream)
        .toList();
  }
}
