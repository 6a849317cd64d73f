package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.HOST_VIEW;
import static dev.seaworthy.reach.Foothold.NODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.model.UserNamespace;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.List;

/** The steps that devices of the node open. */
final class DeviceEdges {

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
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
              DeviceEdges::devices),
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
              DeviceEdges::rawDevices));

  private DeviceEdges() {}

  private static List<Cause> devices(Situation situation) {
    if (!situation.security().privileged().is(true)
        || situation.userNamespace() == UserNamespace.NODE) {
      return List.of();
    }
    Change privileged = Change.set(situation.security().privileged().field(), "false");
    return HostMounts.own(situation).stream()
        .filter(mount -> mount.exists(NodePlaces::isDevice))
        .map(
            mount ->
                mount.cause(List.of(), " opens to a privileged container", List.of(privileged)))
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
}
