package dev.seaworthy.reach.host;

import dev.seaworthy.model.UserNamespace;
import dev.seaworthy.reach.Situation;
import java.util.Set;
import java.util.function.Predicate;

/** What the kinds of {@link NodePlaces} are good for. */
final class NodeKinds {

  /** To write there is as good as to run programs on the node. */
  static final Set<String> WRITE_TAKES_NODE =
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

  /** Where the kubelet's key lies. */
  static final Set<String> READ_TAKES_NODE =
      Set.of("file system", "state", "kubelet", "cluster credentials");

  /** A socket of who starts programs as root: to connect to it takes no more than to read. */
  static final String SYSTEM_BUS = "system bus";

  /** Folders of which much is open to everybody. */
  static final Set<String> READ_BY_ANYBODY =
      Set.of("file system", "state", "settings", "processes");

  /** What the types of containers may read: layers of images, and what containers made of them. */
  static final Set<String> READ_BY_CONTAINERS = Set.of("container storage");

  /** Of these, most of /etc. */
  static final Set<String> READ_BY_ANY_CONTAINER = Set.of("file system", "settings");

  /** What is no file on a disk. */
  static final Set<String> OF_THE_KERNEL =
      Set.of("processes", "kernel settings", "kernel memory", "control groups", "kernel programs");

  /** What belongs to the user that a rootless kubelet runs as. */
  private static final Set<String> OF_THE_KUBELET =
      Set.of("file system", "state", "homes", "kubelet", "container storage", "container settings");

  private NodeKinds() {}

  /** The kinds that the root of a container's user namespace owns. */
  static Predicate<String> withinReach(Situation situation) {
    UserNamespace namespace = situation.userNamespace();
    return kind ->
        namespace == UserNamespace.HOST
            || namespace == UserNamespace.POD && !OF_THE_KERNEL.contains(kind)
            || namespace == UserNamespace.NODE && OF_THE_KUBELET.contains(kind);
  }
}
