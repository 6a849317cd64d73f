package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.testing.RuleTester;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LowUidTest {

  private final RuleTester rule = RuleTester.of(new LowUid());

  @Test
  void flagsIdsBelowTheMinimum() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            runAsUser: 999 #! 'runAsUser' 999 of the pod is below 10000 and applies to init container 'setup' and container 'app'
          initContainers:
            - name: setup
          containers:
            - name: app
            - name: own
              securityContext: {runAsUser: 9999} #! container 'own' runs as user 9999, which is below 10000
            - name: high
              securityContext: {runAsUser: 10000}
            - name: root
              securityContext: {runAsUser: 0}
        """);
  }

  @Test
  void flagsTheImagesUserUnlessItMayBeRoot() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: nonroot
              #! container 'nonroot' runs as the user of its image, whose ID is not known
              securityContext: {runAsNonRoot: true}
            - name: any
        """);
  }

  @Test
  void theMinimumCanBeSet() {
    RuleTester.of(new LowUid().withParameters(Map.of("minimum", new ParameterValue.Whole(1000))))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - {name: a, securityContext: {runAsUser: 999}} #! which is below 1000
                - {name: b, securityContext: {runAsUser: 1000}}
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
          securityContext: {runAsUser: 7}
          containers: [{name: app}]
        """;
    rule.check(yaml);
    rule.check(yaml.replace("hostUsers: false", "os: {name: windows}"));
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)))
        .check(
            yaml.replace("{runAsUser: 7}", "{runAsUser: 7} #! 'runAsUser' 7 of the pod is below"));
  }
}
