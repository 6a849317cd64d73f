package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class RootSupplementalOrFsGroupTest {

  private final RuleTester rule = RuleTester.of(new RootSupplementalOrFsGroup());

  @Test
  void flagsEachZero() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            fsGroup: 0 #! 'fsGroup' 0 gives the pod's volumes to root's group
            supplementalGroups:
              - 1000
              - 0 #! 'supplementalGroups' puts every container into root's group
              - "0"
          containers: [{name: app}]
        """);
  }

  @Test
  void otherGroupsAndNoGroupsAreFine() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {fsGroup: 2000, supplementalGroups: [1]}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {fsGroup: null, supplementalGroups: 0}
          containers: [{name: app}]
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
          securityContext: {fsGroup: 0}
          containers: [{name: app}]
        """;
    rule.check(yaml);
    rule.check(yaml.replace("hostUsers: false", "os: {name: windows}"));
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)))
        .check(yaml.replace("{fsGroup: 0}", "{fsGroup: 0} #! 'fsGroup' 0 gives"));
  }
}
