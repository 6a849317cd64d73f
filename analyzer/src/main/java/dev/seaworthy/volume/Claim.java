package dev.seaworthy.volume;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Volume;
import dev.seaworthy.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A claim that an object's pods use.
 *
 * @param use where they say so
 * @param title what to call it in a message
 * @param name its name; for a template the start of it
 * @param template whether each pod gets a claim of its own
 * @param spec what is claimed; absent where the claim is not in the scan
 * @param definition the claim itself, where it is an object of its own
 */
public record Claim(
    Field use,
    String title,
    String name,
    boolean template,
    Field spec,
    Optional<Field> definition) {

  public static final GroupKind KIND = GroupKind.core("PersistentVolumeClaim");

  /** The claims of an object's pods, by name or as templates. */
  public static List<Claim> of(KubernetesObject object, ScannedObjects scanned) {
    List<Claim> claims = new ArrayList<>();
    for (Workload workload : object.workloads()) {
      for (Volume volume : workload.volumes()) {
        claims.addAll(of(volume, scanned));
      }
    }
    claims.addAll(templates(object));
    return claims;
  }

  /**
   * The claims that a volume may name: none if it names none, one that is not in the scan, or
   * several that cannot be told apart.
   */
  public static List<Claim> of(Volume volume, ScannedObjects scanned) {
    Field source = volume.field().get("persistentVolumeClaim");
    return source.isPresent() ? named(volume, source, scanned) : List.of();
  }

  /** The templates of the claims that each pod of an object gets for itself. */
  public static List<Claim> templates(KubernetesObject object) {
    return object.kind().equals("StatefulSet")
        ? object.root().get("spec", "volumeClaimTemplates").items().stream()
            .map(Claim::template)
            .toList()
        : List.of();
  }

  private static List<Claim> named(Volume volume, Field source, ScannedObjects scanned) {
    Field use = source.get("claimName");
    String title = "volume '" + volume.name() + "'";
    List<Claim> claims = new ArrayList<>();
    for (KubernetesObject claim :
        scanned.neighbours(KIND, use.text(), volume.workload().object())) {
      Optional<Field> definition = Optional.of(claim.root().get("metadata", "name"));
      claims.add(new Claim(use, title, claim.name(), false, claim.root().get("spec"), definition));
    }
    return claims.isEmpty()
        ? List.of(new Claim(use, title, use.text(), false, source.get("spec"), Optional.empty()))
        : claims;
  }

  /** Its claims are called after the template, the StatefulSet and a number. */
  private static Claim template(Field template) {
    Field name = template.get("metadata", "name");
    return new Claim(
        name,
        "claim template '" + name.text() + "'",
        name.text() + "-" + template.object().name() + "-",
        true,
        template.get("spec"),
        Optional.empty());
  }
}
