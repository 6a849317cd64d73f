package dev.seaworthy.rules.volume;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A PersistentVolume on a node that a claim is bound to.
 *
 * @param object the PersistentVolume
 * @param path its folder
 * @param isCertain whether one of the two names the other; otherwise they share a storage class
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>
 */
record BoundVolume(KubernetesObject object, HostPath path, boolean isCertain) {

  static final GroupKind KIND = GroupKind.core("PersistentVolume");

  /** The volume on a node that a claim of an object is, or may be, bound to. */
  static Optional<BoundVolume> of(Claim claim, KubernetesObject user, ScannedObjects scanned) {
    String chosen = claim.spec().get("volumeName").text();
    if (!chosen.isEmpty()) {
      return first(scanned.named(KIND, chosen, user), volume -> true, true);
    }
    List<KubernetesObject> all = scanned.all(KIND);
    return first(all, volume -> claim.isMeantBy(claimRef(volume), user.namespace()), true)
        .or(() -> first(all, volume -> isOfSameClass(volume, claim), false));
  }

  private static Optional<BoundVolume> first(
      List<KubernetesObject> volumes, Predicate<KubernetesObject> bound, boolean certain) {
    return volumes.stream()
        .filter(bound)
        .flatMap(
            volume ->
                Stream.of("hostPath", "local")
                    .map(source -> new HostPath(volume.root().get("spec", source), ""))
                    .filter(path -> path.path().isPresent())
                    .map(path -> new BoundVolume(volume, path, certain)))
        .findFirst();
  }

  /**
   * A class without a provisioner binds what is there; it goes by no more than its name. The empty
   * name stands for volumes without a class, none at all for the cluster's default class.
   */
  private static boolean isOfSameClass(KubernetesObject volume, Claim claim) {
    Optional<String> wanted = claim.spec().get("storageClassName").string();
    return !claimRef(volume).isPresent()
        && wanted.filter(volume.root().get("spec", "storageClassName").text()::equals).isPresent();
  }

  private static Field claimRef(KubernetesObject volume) {
    return volume.root().get("spec", "claimRef");
  }
}
