package dev.seaworthy.volume;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
public record BoundVolume(KubernetesObject object, HostPath path, boolean isCertain) {

  public static final GroupKind KIND = GroupKind.core("PersistentVolume");

  private static final FieldPath CLAIM_NAME = FieldPath.of("spec", "claimRef", "name");
  private static final FieldPath STORAGE_CLASS = FieldPath.of("spec", "storageClassName");

  /** The volume on a node that a claim of an object is, or may be, bound to. */
  public static Optional<BoundVolume> of(
      Claim claim, KubernetesObject user, ScannedObjects scanned) {
    String chosen = claim.spec().get("volumeName").text();
    if (!chosen.isEmpty()) {
      return first(scanned.named(KIND, chosen, user).stream(), true);
    }
    return first(keptFor(claim, user, scanned), true)
        .or(() -> first(ofSameClass(claim, scanned), false));
  }

  private static Optional<BoundVolume> first(Stream<KubernetesObject> volumes, boolean certain) {
    return volumes
        .flatMap(
            volume ->
                Stream.of("hostPath", "local")
                    .map(source -> new HostPath(volume.root().get("spec", source), ""))
                    .filter(path -> path.path().isPresent())
                    .map(path -> new BoundVolume(volume, path, certain)))
        .findFirst();
  }

  /** The volumes that name the claim, or one of a template. */
  private static Stream<KubernetesObject> keptFor(
      Claim claim, KubernetesObject user, ScannedObjects scanned) {
    if (claim.name().isEmpty()) {
      return Stream.empty();
    }
    NavigableMap<String, List<KubernetesObject>> kept = scanned.by(KIND, CLAIM_NAME);
    Stream<List<KubernetesObject>> named =
        claim.template()
            ? kept.subMap(claim.name(), claim.name() + Character.MAX_VALUE).entrySet().stream()
                .filter(entry -> isNumber(entry.getKey().substring(claim.name().length())))
                .map(Map.Entry::getValue)
            : Stream.ofNullable(kept.get(claim.name()));
    return named
        .flatMap(List::stream)
        .filter(volume -> mayShareNamespace(claimRef(volume), user.namespace()));
  }

  private static boolean mayShareNamespace(Field claimRef, Optional<String> namespace) {
    String wanted = claimRef.get("namespace").text();
    return namespace.isEmpty() || wanted.isEmpty() || wanted.equals(namespace.get());
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d+");
  }

  /**
   * A class without a provisioner binds what is there; it goes by no more than its name. The empty
   * name stands for volumes without a class, none at all for the cluster's default class.
   */
  private static Stream<KubernetesObject> ofSameClass(Claim claim, ScannedObjects scanned) {
    return claim.spec().get("storageClassName").string().stream()
        .flatMap(wanted -> scanned.by(KIND, STORAGE_CLASS).getOrDefault(wanted, List.of()).stream())
        .filter(volume -> !claimRef(volume).isPresent());
  }

  private static Field claimRef(KubernetesObject volume) {
    return volume.root().get("spec", "claimRef");
  }
}
