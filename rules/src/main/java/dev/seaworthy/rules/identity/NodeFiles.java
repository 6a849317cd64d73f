package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Facts;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.List;
import java.util.Set;

/** What it takes to use a path of the node. */
final class NodeFiles {

  /**
   * What anybody may use as it is meant to be used: read, or for {@code /dev/log} write to. See
   * hier(7), random(4), syslog(3).
   */
  private static final List<String> FOR_EVERYBODY =
      List.of(
          "/dev/log",
          "/dev/null",
          "/dev/random",
          "/dev/shm",
          "/dev/urandom",
          "/dev/zero",
          "/etc/ca-certificates",
          "/etc/hostname",
          "/etc/hosts",
          "/etc/localtime",
          "/etc/machine-id",
          "/etc/os-release",
          "/etc/resolv.conf",
          "/etc/ssl/certs",
          "/etc/timezone",
          "/lib/modules",
          "/run/systemd/journal/dev-log",
          "/usr/lib/modules",
          "/usr/lib/os-release",
          "/usr/share",
          "/usr/src");

  /** Where a container that writes changes the node itself: nothing but root is asked for there. */
  private static final List<String> OF_THE_NODE =
      List.of(
          "/bin",
          "/boot",
          "/etc",
          "/lib",
          "/lib64",
          "/opt/bin",
          "/opt/cni",
          "/proc",
          "/root",
          "/run",
          "/sbin",
          "/sys",
          "/usr",
          "/var/lib/cni",
          "/var/lib/containerd",
          "/var/lib/containers",
          "/var/lib/docker",
          "/var/lib/etcd",
          "/var/lib/kubelet",
          "/var/lib/rancher",
          "/var/spool/cron");

  /** What not even root's group may read, or not the part of it that matters. */
  private static final List<String> OF_ROOT_ALONE =
      List.of(
          "/etc/gshadow",
          "/etc/kubernetes",
          "/etc/rancher",
          "/etc/shadow",
          "/etc/ssh",
          "/etc/ssl/private",
          "/root",
          "/var/lib/containerd",
          "/var/lib/docker",
          "/var/lib/etcd",
          "/var/lib/kubelet/pki",
          "/var/lib/rancher",
          "/var/spool/cron");

  private static final YamlMapping SOCKETS = Facts.about("runtime_sockets");
  private static final Set<String> SOCKET_NAMES = Set.copyOf(texts("names"));
  private static final List<String> SOCKET_PLACES = texts("places");
  private static final Set<String> SPECIAL_TYPES = Set.of("BlockDevice", "CharDevice", "Socket");

  private NodeFiles() {}

  /** Whether no rights are needed, to write or to read. */
  static boolean isForEverybody(HostPath path) {
    return isBelow(path.normalised(), FOR_EVERYBODY);
  }

  /** Whether the path gives a device, or a socket of whoever rules the node. */
  static boolean isDeviceOrSocket(HostPath path) {
    String normalised = path.normalised();
    String name = normalised.substring(normalised.lastIndexOf('/') + 1);
    return SPECIAL_TYPES.contains(path.type())
        || SOCKET_NAMES.contains(name)
        || path.contains("/dev")
        || isBelow(normalised, List.of("/dev"))
        || SOCKET_PLACES.stream().anyMatch(path::contains);
  }

  /** Whether the path is a folder of the node's own, lies in one or contains one. */
  static boolean isOfTheNode(HostPath path) {
    return isBelow(path.normalised(), OF_THE_NODE) || OF_THE_NODE.stream().anyMatch(path::contains);
  }

  /** Whether it takes the user root to read what is there: its group is not enough. */
  static boolean isOfRootAlone(HostPath path) {
    return isBelow(path.normalised(), OF_ROOT_ALONE);
  }

  /**
   * Whether the files are the kernel's: it shows them to no user namespace by an ID-mapped mount.
   */
  static boolean isOfTheKernel(HostPath path) {
    return isBelow(path.normalised(), List.of("/proc", "/sys"));
  }

  private static boolean isBelow(String path, List<String> folders) {
    return folders.stream()
        .anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
  }

  private static List<String> texts(String key) {
    YamlNode node = SOCKETS.get(key).orElseThrow();
    return ((YamlSequence) node)
        .items().stream().map(item -> ((YamlScalar) item.resolved()).text()).toList();
  }
}
