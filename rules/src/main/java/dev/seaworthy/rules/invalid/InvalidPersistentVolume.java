package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags persistent volumes and claims that the API server refuses: no source or two, a local folder
 * of no node, modes of access that exclude each other.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidPersistentVolume implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-persistent-volume", "persistent volume or claim is refused")
          .category("invalid")
          .remediation(
              "Give a volume one source, and a local one the nodes that have it; write"
                  + " 'ReadWriteOncePod' alone.")
          .references(
              "https://kubernetes.io/docs/concepts/storage/persistent-volumes/",
              "https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/")
          .build();

  private static final ApiKind VOLUME = new ApiKind("v1", "PersistentVolume");
  private static final ApiKind CLAIM = new ApiKind("v1", "PersistentVolumeClaim");
  private static final String ONE_POD = "ReadWriteOncePod";

  private static final OneOf SOURCES =
      OneOf.of(
          "awsElasticBlockStore",
          "azureDisk",
          "azureFile",
          "cephfs",
          "cinder",
          "csi",
          "fc",
          "flexVolume",
          "flocker",
          "gcePersistentDisk",
          "glusterfs",
          "hostPath",
          "iscsi",
          "local",
          "nfs",
          "photonPersistentDisk",
          "portworxVolume",
          "quobyte",
          "rbd",
          "scaleIO",
          "storageos",
          "vsphereVolume");

  /** The API server takes it beside some others. */
  private static final String BESIDE_OTHERS = "flexVolume";

  private static final Set<String> NO_SOURCES =
      Set.of(
          "accessModes",
          "capacity",
          "claimRef",
          "mountOptions",
          "nodeAffinity",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "volumeAttributesClassName",
          "volumeMode");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(VOLUME, CLAIM);
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field spec = object.root().get("spec");
    checkModes(spec.get("accessModes").items(), violations);
    if (ApiKind.of(object).equals(CLAIM)) {
      checkAmount(spec.get("resources", "requests", "storage"), violations);
      return;
    }
    checkSources(spec, violations);
    checkAmount(spec.get("capacity", "storage"), violations);
    for (Field capacity : spec.get("capacity").members()) {
      String name = capacity.path().name();
      if (!name.equals("storage") && !capacity.text().isEmpty()) {
        violations.report(
            capacity, "a volume has a capacity of 'storage' alone, not '" + name + "'");
      }
    }
    checkAffinity(spec, violations);
    checkPath(spec.get("hostPath", "path"), violations);
    checkPath(spec.get("local", "path"), violations);
  }

  private static void checkModes(List<Field> modes, Violations violations) {
    Optional<Field> alone = modes.stream().filter(mode -> mode.text().equals(ONE_POD)).findFirst();
    Optional<Field> other = modes.stream().filter(mode -> !mode.text().equals(ONE_POD)).findFirst();
    if (alone.isPresent() && other.isPresent()) {
      violations.report(
          Violation.at(
                  alone.get(), "'ReadWriteOncePod' excludes other modes of access: write it alone")
              .with(other.get(), "this is another mode"));
    }
  }

  private static void checkSources(Field spec, Violations violations) {
    List<Field> given = SOURCES.in(spec);
    boolean flexible = given.stream().anyMatch(field -> field.path().name().equals(BESIDE_OTHERS));
    boolean known =
        spec.members().stream().allMatch(field -> NO_SOURCES.contains(field.path().name()));
    if (given.size() > 1 && !flexible) {
      SOURCES.reportTwo(given, "the volume", violations);
    } else if (known && spec.isMapping()) {
      violations.report(spec, "the volume needs a source, such as 'csi' or 'nfs'");
    }
  }

  private static void checkAmount(Field amount, Violations violations) {
    boolean nothing =
        Quantity.of(amount).flatMap(Quantity::value).filter(size -> size.signum() <= 0).isPresent();
    if (nothing) {
      violations.report(amount, "'" + amount.text() + "' of 'storage' is not more than nothing");
    }
  }

  private static void checkAffinity(Field spec, Violations violations) {
    Field affinity = spec.get("nodeAffinity");
    boolean required = affinity.get("required").isPresent();
    boolean misspelt = affinity.members().stream().anyMatch(Field::isPresent);
    if (affinity.isPresent() && !required && !misspelt) {
      violations.report(affinity, "'nodeAffinity' of a volume needs 'required'");
    } else if (!affinity.isPresent() && spec.get("local").isPresent()) {
      violations.report(
          Violation.at(
                  affinity, "a local volume needs a 'nodeAffinity', which says what node has it")
              .with(spec.get("local"), "this is the source"));
    }
  }

  private static void checkPath(Field path, Violations violations) {
    if (Arrays.asList(path.text().split("/")).contains("..")) {
      violations.report(path, "path '" + path.text() + "' of a volume must not hold '..'");
    }
  }
}
