package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.HOST_VIEW;
import static dev.seaworthy.reach.Foothold.NODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Setting;
import dev.seaworthy.model.UserNamespace;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.List;
import java.util.stream.Stream;

/** The steps that devices of the node open. */
final class DeviceEdges {

  private static final String CONTROL_GROUPS =
      "https://docs.kernel.org/admin-guide/cgroup-v2.html#device-controller";

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
          new DefinedEdge<>(
              "host-device",
              "opens a disk or the memory of the node",
              ROOT,
              NODE,
              """
              Devices of the node open to privileged containers only, whatever is mounted: control \
              groups keep others out. Where the nodes are said to have none for devices, any root \
              opens them, unless SELinux is enforced.""",
              CONTROL_GROUPS,
              List.of(Assumption.DEVICE_CGROUP, Assumption.SELINUX_ENFORCED),
              DeviceEdges::devices),
          new DefinedEdge<>(
              "mknod",
              "makes a device file for a disk of the node",
              ROOT,
              NODE,
              """
              MKNOD makes files for all devices, but to open them is another matter: the runtime has \
              control groups allow a container its own devices alone, so that this step is open only \
              where the nodes are said to do without. In a user namespace the kernel makes none.""",
              "https://man7.org/linux/man-pages/man2/mknod.2.html",
              List.of(Assumption.DEVICE_CGROUP, Assumption.RUNTIME_DEFAULT_CAPABILITIES),
              DeviceEdges::madeDevices),
          new DefinedEdge<>(
              "raw-block-device",
              "reads a device of the node past the permissions of files",
              ROOT,
              HOST_VIEW,
              """
              'volumeDevices' gives the block device that a claim is bound to. Most are made for the \
              pod; those of the node are known by the PersistentVolume: it is a local one, or a host \
              path, and it or the claim names the other.""",
              "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support",
              List.of(),
              DeviceEdges::rawDevices));

  private DeviceEdges() {}

  private static List<Cause> devices(Situation situation) {
    Setting<Boolean> privileged = situation.security().privileged();
    boolean guarded = situation.cluster().nodes().deviceCgroup();
    if (guarded && !privileged.is(true)
        || situation.isWindows()
        || situation.userNamespace() == UserNamespace.NODE) {
      return List.of();
    }
    List<Assumption> used = guarded ? List.of() : List.of(Assumption.DEVICE_CGROUP);
    String what = " opens to " + (guarded ? "a privileged" : "any") + " container";
    List<Change> cuts =
        guarded ? List.of(Change.set(privileged.field(), "false")) : List.<Change>of();
    List<Cause> causes =
        HostMounts.ofRoot(situation).stream()
            .filter(mount -> mount.exists(NodePlaces::isDevice))
            .map(mount -> mount.cause(used, what, cuts))
            .toList();
    return guarded ? causes : SeLinux.of(situation).without(causes);
  }

  private static List<Cause> madeDevices(Situation situation) {
    if (situation.cluster().nodes().deviceCgroup() || situation.userNamespace().isolatesRoot()) {
      return List.of();
    }
    return CapabilitySource.of("MKNOD", situation).stream()
        .map(
            source ->
                new Cause(
                    situation.container() + " has capability 'MKNOD' and no limit on devices",
                    List.of(source.field()),
                    Stream.concat(Stream.of(Assumption.DEVICE_CGROUP), source.used().stream())
                        .toList(),
                    List.of(source.cut())))
        .toList();
  }

  private static List<Cause> rawDevices(Situation situation) {
    if (situation.isWindows()) {
      return List.of();
    }
    List<HostVolume> volumes =
        HostVolume.all(situation).stream().filter(volume -> volume.bound().isPresent()).toList();
    return situation.container().field().get("volumeDevices").items().stream()
        .flatMap(
            device ->
                volumes.stream()
                    .filter(volume -> volume.name().equals(device.get("name").text()))
                    .map(volume -> rawDevice(situation, device, volume)))
        .toList();
  }

  private static Cause rawDevice(Situation situation, Field device, HostVolume volume) {
    String message =
        situation.container()
            + " has the device '"
            + volume.path().normalised()
            + "' of the node, through '"
            + volume.bound().orElseThrow()
            + "'";
    return new Cause(
        message,
        List.of(device, volume.use(), volume.path().path()),
        List.of(),
        List.of(Change.remove(device, "remove the device of volume '" + volume.name() + "'")));
  }
}
