package dev.seaworthy.rules.filesystem;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Setting;
import dev.seaworthy.rule.ContainerRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;

/**
 * Flags containers that can change their own programs and libraries.
 *
 * <p>Silent on Windows, which needs a writable root file system.
 */
public final class WritableRootFilesystem implements ContainerRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "writable-root-filesystem", "container can write to its root file system")
          .severity(Severity.LOW)
          .category("filesystem")
          .remediation(
              "Set 'readOnlyRootFilesystem: true' and mount an 'emptyDir' where the software"
                  + " writes.")
          .references("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")
          .aliases(
              "KSV-0014",
              "CKV_K8S_22",
              "C-0017",
              "C-0211",
              "no-read-only-root-fs",
              "notReadOnlyRootFilesystem",
              "ReadOnlyRootFilesystem",
              "container-security-context-readonlyrootfilesystem",
              "K8sPSPReadOnlyRootFilesystem",
              "require-ro-rootfs")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Container container, Violations violations) {
    Setting<Boolean> readOnly = container.security().readOnlyRootFilesystem();
    if (!readOnly.is(true) && !container.workload().security().isWindows()) {
      violations.report(readOnly.field(), container + " can write to its root file system");
    }
  }
}
