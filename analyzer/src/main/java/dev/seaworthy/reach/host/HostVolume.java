package dev.seaworthy.reach.host;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Volume;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.Situation;
import dev.seaworthy.volume.BoundVolume;
import dev.seaworthy.volume.Claim;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A volume of a pod that is a part of the node's file system.
 *
 * @param name what mounts call it
 * @param path the part
 * @param use where the pod says so: at the path, or at the claim that leads to it
 * @param bound the PersistentVolume that a claim leads to
 * @param isWritable whether mounts can be written to
 * @param removal what leaves the volume without a source, an empty folder of the pod's own; empty
 *     where it takes the mounts away as well
 */
record HostVolume(
    String name,
    HostPath path,
    Field use,
    Optional<KubernetesObject> bound,
    boolean isWritable,
    Optional<Change> removal) {

  /** Those of a pod: its own, and those that its claims are certain to lead to. */
  static List<HostVolume> all(Situation situation) {
    KubernetesObject object = situation.workload().object();
    return Stream.concat(
            situation.workload().volumes().stream().flatMap(volume -> of(volume, situation)),
            Claim.templates(object).stream()
                .flatMap(claim -> bound(claim, situation))
                .map(Claimed::ofTemplate))
        .toList();
  }

  private static Stream<HostVolume> of(Volume volume, Situation situation) {
    Optional<HostPath> path = volume.hostPath();
    return path.isPresent()
        ? path.stream().map(found -> direct(volume, found))
        : Claim.of(volume, situation.scanned()).stream()
            .flatMap(claim -> bound(claim, situation))
            .map(claimed -> claimed.of(volume));
  }

  private static HostVolume direct(Volume volume, HostPath path) {
    return new HostVolume(
        volume.name(),
        path,
        path.path(),
        Optional.empty(),
        true,
        Optional.of(
            Change.remove(path.field(), "remove the host path of volume '" + volume.name() + "'")));
  }

  private static Stream<Claimed> bound(Claim claim, Situation situation) {
    return BoundVolume.of(claim, situation.workload().object(), situation.scanned()).stream()
        .filter(BoundVolume::isCertain)
        .map(volume -> new Claimed(claim, volume));
  }

  private record Claimed(Claim claim, BoundVolume volume) {

    HostVolume of(Volume user) {
      Field source = user.field().get("persistentVolumeClaim");
      boolean writable = !source.get("readOnly").isTrue();
      Change removal = Change.remove(source, "remove the claim of volume '" + user.name() + "'");
      return made(user.name(), writable, Optional.of(removal));
    }

    HostVolume ofTemplate() {
      return made(claim.use().text(), true, Optional.empty());
    }

    private HostVolume made(String name, boolean writable, Optional<Change> removal) {
      return new HostVolume(
          name, volume.path(), claim.use(), Optional.of(volume.object()), writable, removal);
    }
  }
}
