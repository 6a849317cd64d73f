package dev.seaworthy.rules.volume;

import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.Volume;
import dev.seaworthy.model.VolumeMount;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import java.util.Optional;

/** Flags mounts through which a container can change files of the node. */
public final class WritableHostPathMount implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("writable-host-path-mount", "container can write to the node's files")
          .severity(Severity.HIGH)
          .category("volume")
          .remediation(
              "Set 'readOnly: true' on the mount, or use a volume that belongs to the pod.")
          .references(
              "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath",
              "https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts")
          .aliases(
              "C-0045", "writable-host-mount", "K8sPSPHostFilesystem", "ensure-readonly-hostpath")
          .standards("pss:baseline")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    for (Volume volume : workload.volumes()) {
      Optional<HostPath> path = volume.hostPath();
      if (path.isPresent()) {
        volume.mounts().stream()
            .filter(VolumeMount::isWritable)
            .forEach(mount -> violations.report(violation(mount, path.get())));
      }
    }
  }

  private static Violation violation(VolumeMount mount, HostPath path) {
    String part = path.part(mount.subPath()).normalised();
    String message =
        mount.container()
            + " can write to "
            + (part.isEmpty() ? "a path" : "'" + part + "'")
            + " of the node";
    return Violation.at(mount.field().get("readOnly"), message)
        .with(path.field(), "volume '" + mount.volumeName() + "' is defined here");
  }
}
