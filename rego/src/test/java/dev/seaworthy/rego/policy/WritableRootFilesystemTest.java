package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class WritableRootFilesystemTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("writable-root-filesystem"));

  @Test
  void flagsWhateverIsNotTrue() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: Job
        spec:
          template:
            spec:
              securityContext: {readOnlyRootFilesystem: true}
              initContainers:
                - name: setup #! init container 'setup' can write to its root file system
              containers:
                - name: explicit
                  securityContext: {readOnlyRootFilesystem: false} #! container 'explicit' can write
                - name: empty
                  securityContext: {} #! container 'empty' can write
                - name: safe
                  securityContext: {readOnlyRootFilesystem: true}
              ephemeralContainers:
                - name: debug #! ephemeral container 'debug'
        """);
  }

  @Test
  void windowsNeedsIt() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app}]
        """);
  }
}
