package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class WritableHostPathMountTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("writable-host-path-mount"));

  @Test
  void flagsEachMountThatIsNotReadOnly() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - name: etc
              hostPath: {path: /etc/}
            - name: scratch
              emptyDir: {}
          initContainers:
            - name: setup
              volumeMounts:
                - name: etc #! init container 'setup' can write to '/etc' of the node
                  mountPath: /host
          containers:
            - name: app
              volumeMounts:
                - {name: etc, mountPath: /a, readOnly: false} #! container 'app' can write to '/etc'
                - {name: etc, mountPath: /b, readOnly: true}
                - {name: etc, mountPath: /c, subPath: cron.d} #! can write to '/etc/cron.d' of the node
                - {name: etc, mountPath: /d, readOnly: true, recursiveReadOnly: Enabled}
                - {name: scratch, mountPath: /e}
                - {name: unknown, mountPath: /f}
        """);
  }

  @Test
  void pointsAtTheVolumeAsWell() {
    assertThat(
            rule.findings(
                """
                apiVersion: v1
                kind: Pod
                spec:
                  containers:
                    - name: app
                      volumeMounts: [{name: etc, mountPath: /host}]
                  volumes:
                    - name: etc
                      hostPath:
                        path: /etc
                """))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.container()).contains("app");
              assertThat(finding.path()).isEqualTo("spec.containers[0].volumeMounts[0].readOnly");
              assertThat(finding.related())
                  .singleElement()
                  .satisfies(other -> assertThat(other.location()).hasToString("test.yaml:10:9"));
            });
  }
}
