package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.CODE;
import static dev.seaworthy.reach.Foothold.HOST_VIEW;
import static dev.seaworthy.reach.Foothold.NODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The steps that parts of the node's file system open.
 *
 * <p>What matters there belongs to root, who needs no capability for files of its own. A user
 * namespace does not change that: the kubelet has volumes mounted with a mapping that makes the
 * pod's root the node's (KEP-127). It does for /proc and /sys, which cannot be mapped. Where the
 * kubelet itself is an ordinary user, only its own files are within reach.
 *
 * <p>Where SELinux is enforced, what lies there keeps the node's labels. The types of containers
 * may write to none of them, and read programs, most settings, and what containers are made from.
 */
final class HostPathEdges {

  private static final String VOLUME =
      "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath";

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
          edge(
              "writes-host-path",
              "changes files that the node goes by",
              NODE,
              """
              Writing where the node keeps its programs, settings, credentials and containers is as \
              good as running programs on it. A read-only mount stops it, and so does SELinux if enforced: \
              the node's files have labels that no container's type may write to. An AppArmor profile \
              keeps the kernel's settings from it only where they are mounted at /sys: the runtime's \
              goes by the path in the container. With 'shareProcessNamespace' root gets at what the \
              other containers mount as well, if it has all their capabilities or SYS_PTRACE.""",
              VOLUME,
              SeLinux.refuses(HostPathEdges::writes)),
          edge(
              "writes-below-read-only",
              "changes what is mounted below a part of the node",
              NODE,
              """
              A mount is read-only itself, but not what the node has mounted below it, such as /proc \
              with the core pattern, unless it is so recursively. A user namespace stops it, as it has \
              a mapping for neither, and so does SELinux if enforced.""",
              "https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts",
              SeLinux.refuses(HostPathEdges::writesBelow)),
          edge(
              "reads-node-credentials",
              "reads the kubelet's key and acts as the node",
              NODE,
              """
              The kubelet's key stands for the node at the API server, and for all of its pods. A \
              read-only mount is enough. Ordinary users cannot read it, and containers cannot if SELinux \
              is enforced.""",
              "https://kubernetes.io/docs/reference/node/kubelet-files/",
              SeLinux.refuses(HostPathEdges::readsCredentials)),
          edge(
              "reads-host-path",
              "reads what root keeps on the node",
              HOST_VIEW,
              """
              Keys, password hashes, logs and files of other containers belong to root. SELinux, if \
              enforced, leaves files of other containers only.""",
              VOLUME,
              HostPathEdges::readsOfRoot),
          edge(
              "plants-log-links",
              "has the kubelet read files of the node for it",
              HOST_VIEW,
              """
              The kubelet follows links in /var/log as root when somebody asks for logs. A read-only \
              mount stops it, and so does SELinux if enforced.""",
              "https://kubernetes.io/docs/concepts/cluster-administration/logging/",
              SeLinux.refuses(HostPathEdges::logs)),
          edge(
              "control-groups",
              "stops other containers of the node and changes their limits",
              HOST_VIEW,
              """
              Control groups belong to root, who freezes or kills what is in them. The release agent of \
              version 1, a program that the kernel runs on the node, takes SYS_ADMIN as well, and \
              version 2 has none. A read-only mount stops it, and so does a user namespace, as it has \
              no mapping for them, and SELinux if enforced.""",
              "https://man7.org/linux/man-pages/man7/cgroups.7.html",
              SeLinux.refuses(HostPathEdges::controlGroups)),
          new DefinedEdge<>(
              "sees-host-path",
              "reads what is open to everybody on the node",
              CODE,
              HOST_VIEW,
              """
              Much of these folders is open to any user: settings, the arguments of processes. \
              SELinux, if enforced, leaves settings only.""",
              VOLUME,
              List.of(Assumption.SELINUX_ENFORCED),
              HostPathEdges::readsOfAnybody));

  private HostPathEdges() {}

  private static DefinedEdge<Situation> edge(
      String id,
      String title,
      Foothold to,
      String explanation,
      String reference,
      Function<Situation, List<Cause>> causes) {
    return new DefinedEdge<>(
        id,
        title,
        ROOT,
        to,
        explanation,
        reference,
        List.of(Assumption.ROOTLESS_NODES, Assumption.SELINUX_ENFORCED),
        causes);
  }

  private static List<Cause> writes(Situation situation) {
    return writes(situation, NodeKinds.WRITE_TAKES_NODE::contains);
  }

  private static List<Cause> logs(Situation situation) {
    return writes(situation, kind -> kind.equals("logs"));
  }

  private static List<Cause> controlGroups(Situation situation) {
    return writes(situation, kind -> kind.equals("control groups"));
  }

  private static List<Cause> writes(Situation situation, Predicate<String> kinds) {
    Predicate<String> reachable = kinds.and(NodeKinds.withinReach(situation));
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : HostMounts.ofRoot(situation)) {
      if (mount.isWritable()) {
        unguarded(
            mount,
            mount.places(reachable),
            place -> mount.cause(described(place, "write", " lets it "), List.of(mount.readOnly())),
            situation,
            causes);
      }
    }
    return causes;
  }

  /** A place that AppArmor would not guard counts before one that it does not happen to. */
  private static void unguarded(
      HostMount mount,
      List<Map.Entry<String, String>> places,
      Function<Map.Entry<String, String>, Cause> cause,
      Situation situation,
      List<Cause> causes) {
    Optional<Map.Entry<String, String>> open =
        places.stream().filter(place -> !isGuarded(place, mount)).findFirst();
    if (open.isPresent()) {
      causes.add(cause.apply(open.get()));
    } else if (!places.isEmpty()) {
      causes.addAll(AppArmor.of(situation).without(List.of(cause.apply(places.get(0)))));
    }
  }

  private static boolean isGuarded(Map.Entry<String, String> place, HostMount mount) {
    return NodeKinds.OF_THE_KERNEL.contains(place.getValue())
        && AppArmor.guards(mount.inContainer(place.getKey()));
  }

  private static List<Cause> writesBelow(Situation situation) {
    if (situation.userNamespace().isolatesRoot() || situation.isWindows()) {
      return List.of();
    }
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : HostMounts.ofRoot(situation)) {
      if (!mount.isRecursivelyReadOnly()) {
        List<Change> cuts =
            mount.isWritable()
                ? List.of()
                : List.of(Change.set(mount.mount().field().get("recursiveReadOnly"), "Enabled"));
        unguarded(
            mount,
            NodePlaces.mountedBelow(mount.path()).entrySet().stream()
                .filter(place -> NodeKinds.WRITE_TAKES_NODE.contains(place.getValue()))
                .toList(),
            place -> mount.cause(" leaves '" + place.getKey() + "' below it writable", cuts),
            situation,
            causes);
      }
    }
    return causes;
  }

  private static List<Cause> readsCredentials(Situation situation) {
    return readsOfRoot(situation, NodeKinds.READ_TAKES_NODE::contains);
  }

  private static List<Cause> readsOfRoot(Situation situation) {
    boolean confined = SeLinux.of(situation).holds();
    return readsOfRoot(
        situation,
        kind ->
            NodePlaces.gain(kind, "read").isPresent()
                && !kind.equals(NodeKinds.SYSTEM_BUS)
                && (!confined || NodeKinds.READ_BY_CONTAINERS.contains(kind)));
  }

  private static List<Cause> readsOfRoot(Situation situation, Predicate<String> kinds) {
    return reads(
        HostMounts.ofRoot(situation),
        kinds.and(NodeKinds.withinReach(situation)),
        place -> described(place, "read", " holds "));
  }

  private static List<Cause> readsOfAnybody(Situation situation) {
    Set<String> kinds =
        SeLinux.of(situation).holds() ? NodeKinds.READ_BY_ANY_CONTAINER : NodeKinds.READ_BY_ANYBODY;
    return reads(
        HostMounts.own(situation),
        NodeKinds.withinReach(situation).and(kinds::contains),
        place -> " is open to every user in parts");
  }

  private static List<Cause> reads(
      List<HostMount> mounts,
      Predicate<String> kinds,
      Function<Map.Entry<String, String>, String> what) {
    Predicate<String> readable = kinds.and(kind -> !NodePlaces.isDevice(kind));
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : mounts) {
      mount
          .first(readable)
          .ifPresent(place -> causes.add(mount.cause(List.of(), what.apply(place), List.of())));
    }
    return causes;
  }

  private static String described(
      Map.Entry<String, String> place, String access, String otherwise) {
    String gain = NodePlaces.gain(place.getValue(), access).orElse("what belongs to the node");
    return otherwise + gain;
  }
}
