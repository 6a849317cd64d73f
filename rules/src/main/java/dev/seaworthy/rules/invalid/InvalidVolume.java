package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags volumes that cannot be made: with files outside of them or twice at one path, with sizes
 * below nothing, and with fields that exclude or need each other.
 */
public final class InvalidVolume implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-volume", "volume cannot be made")
          .category("invalid")
          .remediation(
              "Give each file a path of its own within the volume, and the volume what its kind"
                  + " needs.")
          .references(
              "https://kubernetes.io/docs/concepts/storage/volumes/",
              "https://kubernetes.io/docs/concepts/storage/projected-volumes/")
          .build();

  private static final List<String> WITH_ITEMS = List.of("configMap", "secret", "downwardAPI");

  /** What the claim of a pod's own cannot say about itself, empty or not. */
  private static final List<String> NOT_OF_CLAIM =
      List.of("name", "generateName", "namespace", "finalizers", "ownerReferences");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    KubernetesVersion version = workload.cluster().version();
    boolean template = WholePodRule.isTemplate(workload);
    for (Field volume : workload.spec().get("volumes").items()) {
      checkPaths(volume, violations);
      checkProjected(volume.get("projected"), version, violations);
      checkClaim(volume.get("ephemeral", "volumeClaimTemplate", "metadata"), violations);
      DiskFaults.check(volume, violations);
      Field limit = volume.get("emptyDir", "sizeLimit");
      if (Quantity.of(limit).flatMap(Quantity::value).filter(v -> v.signum() < 0).isPresent()) {
        violations.report(limit, "'sizeLimit' '" + limit.text() + "' is less than nothing");
      }
      // the reference may come later in a template; older servers drop the volume
      Field image = volume.get("image");
      if (!template && version.isAtLeast(1, 35) && image.isMapping()) {
        checkImage(image, violations);
      }
    }
  }

  private static void checkPaths(Field volume, Violations violations) {
    Field path = volume.get("hostPath", "path");
    if (DescendingPath.goesUp(path.text())) {
      violations.report(path, "a path of the host has no '..', and '" + path.text() + "' does");
    }
    DescendingPath.check(volume.get("gitRepo", "directory"), "the volume", violations);
    for (String source : WITH_ITEMS) {
      for (Field item : volume.get(source, "items").items()) {
        DescendingPath.checkFile(item.get("path"), violations);
      }
    }
  }

  /** Files of several sources lie in one folder. */
  private static void checkProjected(
      Field projected, KubernetesVersion version, Violations violations) {
    Map<String, Field> paths = new HashMap<>();
    for (Field source : projected.get("sources").items()) {
      for (String kind : WITH_ITEMS) {
        for (Field item : source.get(kind, "items").items()) {
          Field path = item.get("path");
          DescendingPath.checkFile(path, violations);
          Field first = path.text().isEmpty() ? null : paths.putIfAbsent(path.text(), path);
          if (first != null) {
            violations.report(
                Violation.at(path, "the volume has two files at '" + path.text() + "'")
                    .with(first, "this is the first"));
          }
        }
      }
      if (version.isAtLeast(1, 30)) {
        DescendingPath.checkFile(source.get("serviceAccountToken", "path"), violations);
      }
    }
  }

  private static void checkClaim(Field metadata, Violations violations) {
    for (String name : NOT_OF_CLAIM) {
      Field field = metadata.isMapping() ? metadata.get(name) : metadata;
      if (field.isList() || !field.text().isEmpty()) {
        violations.report(
            field, "the claim of an ephemeral volume has no '" + name + "': remove it");
      }
    }
  }

  private static void checkImage(Field image, Violations violations) {
    Field reference = image.get("reference");
    if (reference.text().isEmpty() && !reference.isList() && !reference.isMapping()) {
      violations.report(reference, "an 'image' volume of a pod needs a 'reference'");
    }
  }
}
