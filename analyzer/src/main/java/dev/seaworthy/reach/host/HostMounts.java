package dev.seaworthy.reach.host;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Setting;
import dev.seaworthy.model.VolumeMount;
import dev.seaworthy.reach.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The parts of the node's file system that a container sees; worked out once for all edges. */
final class HostMounts {

  private final List<HostMount> own;
  private final List<HostMount> ofRoot;

  private HostMounts(Situation situation) {
    List<HostVolume> volumes = HostVolume.all(situation);
    this.own = mounts(situation.container(), volumes);
    this.ofRoot = Stream.concat(own.stream(), others(situation, volumes).stream()).toList();
  }

  /** What a container mounts itself, in the order of its mounts. */
  static List<HostMount> own(Situation situation) {
    return of(situation).own;
  }

  /**
   * What root in a container gets at: what it mounts itself, and what those containers mount whose
   * processes it sees, through their root folder in /proc.
   */
  static List<HostMount> ofRoot(Situation situation) {
    return of(situation).ofRoot;
  }

  private static HostMounts of(Situation situation) {
    return situation.derived(HostMounts.class, HostMounts::new);
  }

  private static List<HostMount> others(Situation situation, List<HostVolume> volumes) {
    Setting<Boolean> shared = situation.pod().shareProcessNamespace();
    if (!shared.is(true) || situation.isWindows()) {
      return List.of();
    }
    return situation.workload().containers().stream()
        .filter(other -> SharedProcesses.leadTo(other, situation))
        .flatMap(other -> mounts(other, volumes).stream())
        .map(mount -> mount.through(shared.field()))
        .toList();
  }

  private static List<HostMount> mounts(Container container, List<HostVolume> volumes) {
    List<HostMount> found = new ArrayList<>();
    for (VolumeMount mount : container.volumeMounts()) {
      for (HostVolume volume : volumes) {
        if (volume.name().equals(mount.volumeName())) {
          found.add(new HostMount(volume, mount, volume.path().part(mount.subPath())));
        }
      }
    }
    return List.copyOf(found);
  }
}
