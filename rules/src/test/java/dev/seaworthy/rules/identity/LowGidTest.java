package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.testing.RuleTester;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LowGidTest {

  private final RuleTester rule = RuleTester.of(new LowGid());

  @Test
  void flagsIdsBelowTheMinimum() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            runAsGroup: 999 #! 'runAsGroup' 999 of the pod is below 10000 and applies to container 'app'
          containers:
            - name: app
            - name: own
              securityContext: {runAsGroup: 9999} #! container 'own' runs as group 9999, which is below 10000
            - name: high
              securityContext: {runAsGroup: 10000}
            - name: root
              securityContext: {runAsGroup: 0}
        """);
  }

  @Test
  void flagsTheImagesGroupWhoeverTheUserIs() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              #! container 'app' runs as the primary group of its image, which is mostly root's
              securityContext: {runAsUser: 10001, runAsNonRoot: true}
        """);
  }

  @Test
  void theMinimumCanBeSet() {
    RuleTester.of(new LowGid().withParameters(Map.of("minimum", new ParameterValue.Whole(1000))))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - {name: a, securityContext: {runAsGroup: 999}} #! which is below 1000
                - {name: b, securityContext: {runAsGroup: 1000}}
            """);
  }

  @Test
  void isSilentInAUserNamespaceAndOnWindows() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          securityContext: {runAsGroup: 7}
          containers: [{name: app}]
        """;
    rule.check(yaml);
    rule.check(yaml.replace("hostUsers: false", "os: {name: windows}"));
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)))
        .check(
            yaml.replace(
                "{runAsGroup: 7}", "{runAsGroup: 7} #! 'runAsGroup' 7 of the pod is below"));
  }
}
