package dev.seaworthy.rules.volume;

import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.Volume;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;

/** Flags volumes that are a part of the node's file system, mounted or not. */
public final class HostPathVolume implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("host-path-volume", "volume is a part of the node's file system")
          .severity(Severity.MEDIUM)
          .category("volume")
          .remediation(
              "Use a volume that belongs to the pod, such as 'emptyDir', 'persistentVolumeClaim',"
                  + " 'configMap' or 'projected'.")
          .references(
              "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath",
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/")
          .aliases(
              "KSV-0023",
              "KSV-0121",
              "C-0048",
              "sensitive-host-mounts",
              "hostPathSet",
              "ProcMount",
              "K8sPSPHostFilesystem",
              "disallow-host-path")
          .standards("pss:baseline")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    for (Volume volume : workload.volumes()) {
      volume.hostPath().ifPresent(path -> violations.report(path.field(), message(volume, path)));
    }
  }

  private static String message(Volume volume, HostPath path) {
    String part = path.normalised().isEmpty() ? "a path" : "'" + path.normalised() + "'";
    String unused = volume.mounts().isEmpty() ? ", though no container mounts it" : "";
    return "volume '" + volume.name() + "' exposes " + part + " of the node" + unused;
  }
}
