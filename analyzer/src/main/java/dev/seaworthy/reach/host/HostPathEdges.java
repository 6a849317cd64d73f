package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.CODE;
import static dev.seaworthy.reach.Foothold.HOST_VIEW;
import static dev.seaworthy.reach.Foothold.NODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.UserNamespace;
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
 */
final class HostPathEdges {

  private static final String VOLUME =
      "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath";

  private static final Set<String> WRITE_TAKES_NODE =
      Set.of(
          "file system",
          "state",
          "kubelet",
          "kubelet plug-ins",
          "kubelet programs",
          "cluster credentials",
          "static pods",
          "certificate authority",
          "container storage",
          "container settings",
          "runtime settings",
          "network settings",
          "network programs",
          "settings",
          "start-up",
          "accounts",
          "password hashes",
          "ssh",
          "homes",
          "shell start",
          "kernel settings",
          "processes",
          "programs",
          "kernel",
          "cloud start-up",
          "windows secrets");

  /** Where the kubelet's key lies, or a socket of who starts programs as root. */
  private static final Set<String> READ_TAKES_NODE =
      Set.of("file system", "state", "kubelet", "cluster credentials", "system bus");

  /** Folders of which much is open to everybody. */
  private static final Set<String> READ_BY_ANYBODY =
      Set.of("file system", "state", "settings", "processes");

  private static final Set<String> OF_THE_KERNEL =
      Set.of("processes", "kernel settings", "kernel memory", "control groups", "kernel programs");

  /** What belongs to the user that a rootless kubelet runs as. */
  private static final Set<String> OF_THE_KUBELET =
      Set.of("file system", "state", "homes", "kubelet", "container storage", "container settings");

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
          new DefinedEdge<>(
              "runtime-socket",
              "has the container runtime start a privileged container",
              ROOT,
              NODE,
              """
              Whoever connects to the runtime's socket has it do what it likes, as root. A read-only \
              mount and a user namespace do not stop it.""",
              "https://kubernetes.io/docs/setup/production-environment/container-runtimes/",
              List.of(),
              situation -> sockets(situation, List.of())),
          new DefinedEdge<>(
              "runtime-socket-group",
              "has the container runtime start a privileged container, as a member of its group",
              CODE,
              NODE,
              """
              Sockets of runtimes are open to their group: root's, which is the primary group where \
              'runAsGroup' is not set, or one of which the manifest shows the number only. A \
              'runAsGroup' other than 0 without further groups stops it.""",
              "https://docs.docker.com/engine/install/linux-postinstall/",
              List.of(Assumption.SOCKET_GROUP_RIGHTS),
              HostPathEdges::socketsOfGroup),
          edge(
              "writes-host-path",
              "changes files that the node goes by",
              NODE,
              """
              Writing where the node keeps its programs, settings, credentials and containers is as \
              good as running programs on it. A read-only mount stops it.""",
              VOLUME,
              HostPathEdges::writes),
          edge(
              "writes-below-read-only",
              "changes what is mounted below a part of the node",
              NODE,
              """
              A mount is read-only itself, but not what the node has mounted below it, such as /proc \
              with the core pattern, unless it is so recursively. A user namespace stops it, as it has \
              a mapping for neither.""",
              "https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts",
              HostPathEdges::writesBelow),
          edge(
              "reads-node-credentials",
              "reads the kubelet's key and acts as the node",
              NODE,
              """
              The kubelet's key stands for the node at the API server, and for all of its pods. A \
              read-only mount is enough. Ordinary users cannot read it.""",
              "https://kubernetes.io/docs/reference/node/kubelet-files/",
              situation -> reads(situation, READ_TAKES_NODE::contains)),
          edge(
              "reads-host-path",
              "reads what root keeps on the node",
              HOST_VIEW,
              "Keys, password hashes, logs and files of other containers belong to root.",
              VOLUME,
              situation -> reads(situation, kind -> NodePlaces.gain(kind, "read").isPresent())),
          edge(
              "plants-log-links",
              "has the kubelet read files of the node for it",
              HOST_VIEW,
              """
              The kubelet follows links in /var/log as root when somebody asks for logs. A read-only \
              mount stops it.""",
              "https://kubernetes.io/docs/concepts/cluster-administration/logging/",
              HostPathEdges::logs),
          new DefinedEdge<>(
              "sees-host-path",
              "reads what is open to everybody on the node",
              CODE,
              HOST_VIEW,
              "Much of these folders is open to any user: settings, the arguments of processes.",
              VOLUME,
              List.of(),
              situation -> reads(situation, READ_BY_ANYBODY::contains)),
          new DefinedEdge<>(
              "host-device",
              "opens a disk or the memory of the node",
              ROOT,
              NODE,
              """
              Devices of the node open to privileged containers only, whatever is mounted: control \
              groups keep others out, MKNOD or not.""",
              "https://docs.kernel.org/admin-guide/cgroup-v1/devices.html",
              List.of(),
              HostPathEdges::devices),
          new DefinedEdge<>(
              "raw-block-device",
              "reads a disk past its file permissions",
              ROOT,
              HOST_VIEW,
              """
              'volumeDevices' gives a whole block device of the node. It is read as root, or as the \
              group that owns it.""",
              "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support",
              List.of(),
              HostPathEdges::rawDevices));

  private HostPathEdges() {}

  private static DefinedEdge<Situation> edge(
      String id,
      String title,
      Foothold to,
      String explanation,
      String reference,
      Function<Situation, List<Cause>> causes) {
    return new DefinedEdge<>(
        id, title, ROOT, to, explanation, reference, List.of(Assumption.ROOTLESS_NODES), causes);
  }

  private static List<Cause> sockets(Situation situation, List<Assumption> used) {
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : HostMount.all(situation)) {
      NodePlaces.runtimeSocket(mount.path())
          .ifPresent(
              socket ->
                  causes.add(
                      cause(
                          mount, used, " gives the runtime's socket '" + socket + "'", List.of())));
    }
    return causes;
  }

  private static List<Cause> socketsOfGroup(Situation situation) {
    ContainerSecurity security = situation.security();
    boolean member =
        security.runAsGroup().value().map(group -> group == 0).orElse(true)
            || !situation.pod().supplementalGroups().isEmpty()
            || situation.pod().fsGroup().value().isPresent();
    return member && situation.cluster().nodes().socketGroupRights()
        ? sockets(situation, List.of(Assumption.SOCKET_GROUP_RIGHTS))
        : List.of();
  }

  private static List<Cause> writes(Situation situation) {
    return writes(situation, WRITE_TAKES_NODE::contains);
  }

  private static List<Cause> logs(Situation situation) {
    return writes(situation, kind -> kind.equals("logs"));
  }

  private static List<Cause> writes(Situation situation, Predicate<String> kinds) {
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : HostMount.all(situation)) {
      Optional<Map.Entry<String, String>> place =
          mount.mount().isWritable()
              ? mount.first(kinds.and(isWithinReach(situation)))
              : Optional.empty();
      place.ifPresent(
          found ->
              causes.add(
                  cause(
                      mount,
                      List.of(),
                      described(found, "write", " lets it "),
                      List.of(Change.set(mount.mount().field().get("readOnly"), "true")))));
    }
    return causes;
  }

  private static List<Cause> writesBelow(Situation situation) {
    if (situation.pod().userNamespace().isolatesRoot() || situation.pod().isWindows()) {
      return List.of();
    }
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : HostMount.all(situation)) {
      if (!mount.isRecursivelyReadOnly()) {
        List<Change> cuts =
            mount.mount().isWritable()
                ? List.of()
                : List.of(Change.set(mount.mount().field().get("recursiveReadOnly"), "Enabled"));
        NodePlaces.mountedBelow(mount.path()).entrySet().stream()
            .filter(place -> WRITE_TAKES_NODE.contains(place.getValue()))
            .findFirst()
            .ifPresent(
                place ->
                    causes.add(
                        cause(
                            mount,
                            List.of(),
                            " leaves '" + place.getKey() + "' below it writable",
                            cuts)));
      }
    }
    return causes;
  }

  private static List<Cause> reads(Situation situation, Predicate<String> kinds) {
    Predicate<String> readable =
        kinds.and(kind -> !NodePlaces.isDevice(kind)).and(isWithinReach(situation));
    List<Cause> causes = new ArrayList<>();
    for (HostMount mount : HostMount.all(situation)) {
      mount
          .first(readable)
          .ifPresent(
              place ->
                  causes.add(
                      cause(mount, List.of(), described(place, "read", " holds "), List.of())));
    }
    return causes;
  }

  private static List<Cause> devices(Situation situation) {
    if (!situation.security().privileged().is(true)
        || situation.pod().userNamespace() == UserNamespace.NODE) {
      return List.of();
    }
    Change privileged = Change.set(situation.security().privileged().field(), "false");
    return HostMount.all(situation).stream()
        .filter(mount -> mount.exists(NodePlaces::isDevice))
        .map(
            mount ->
                cause(mount, List.of(), " opens to a privileged container", List.of(privileged)))
        .toList();
  }

  private static List<Cause> rawDevices(Situation situation) {
    return situation.container().field().get("volumeDevices").items().stream()
        .map(
            device ->
                new Cause(
                    situation.container()
                        + " has the raw device of volume '"
                        + device.get("name").text()
                        + "'",
                    List.of(device),
                    List.of(),
                    List.of(Change.remove(device, "mount the volume as a file system"))))
        .toList();
  }

  private static Predicate<String> isWithinReach(Situation situation) {
    UserNamespace namespace = situation.pod().userNamespace();
    return kind ->
        namespace == UserNamespace.HOST
            || namespace == UserNamespace.POD && !OF_THE_KERNEL.contains(kind)
            || namespace == UserNamespace.NODE && OF_THE_KUBELET.contains(kind);
  }

  private static String described(
      Map.Entry<String, String> place, String access, String otherwise) {
    String gain = NodePlaces.gain(place.getValue(), access).orElse("what belongs to the node");
    return otherwise + gain;
  }

  private static Cause cause(
      HostMount mount, List<Assumption> used, String what, List<Change> more) {
    List<Change> cuts = new ArrayList<>(List.of(mount.removal()));
    cuts.addAll(more);
    return new Cause(
        mount.title() + what, List.of(mount.field(), mount.mount().field()), used, cuts);
  }
}
