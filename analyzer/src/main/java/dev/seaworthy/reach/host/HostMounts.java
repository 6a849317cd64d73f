package dev.seaworthy.reach.host;

import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.Volume;
import dev.seaworthy.model.VolumeMount;
import dev.seaworthy.reach.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of the node's file system that a container sees; worked out once for all edges. */
final class HostMounts {

  private final List<HostMount> own;

  private HostMounts(Situation situation) {
    this.own = List.copyOf(mounts(situation));
  }

  /** What a container mounts itself, in the order of its mounts. */
  static List<HostMount> own(Situation situation) {
    return of(situation).own;
  }

  private static HostMounts of(Situation situation) {
    return situation.derived(HostMounts.class, HostMounts::new);
  }

  private static List<HostMount> mounts(Situation situation) {
    List<VolumeMount> mounts = situation.container().volumeMounts();
    if (mounts.isEmpty()) {
      return List.of();
    }
    List<Volume> volumes = situation.workload().volumes();
    List<HostMount> found = new ArrayList<>();
    for (VolumeMount mount : mounts) {
      for (Volume volume : volumes) {
        Optional<HostPath> path = volume.hostPath();
        if (path.isPresent() && volume.name().equals(mount.volumeName())) {
          found.add(new HostMount(volume, mount, path.get().part(mount.subPath())));
        }
      }
    }
    return found;
  }
}
