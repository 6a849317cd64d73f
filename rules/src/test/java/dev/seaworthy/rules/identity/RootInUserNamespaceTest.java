package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class RootInUserNamespaceTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      spec:
        hostUsers: false%s
        containers:
          - name: app
          - name: zero
            securityContext: {runAsUser: 0}
          - name: other
            securityContext: {runAsUser: 1000}
          - name: refused
            securityContext: {runAsUser: 0, runAsNonRoot: true}
      """;

  private final RuleTester rule = RuleTester.of(new RootInUserNamespace());

  @Test
  void saysWhereAUserNamespaceOfThePodConfinesRoot() {
    rule.check(
        POD.formatted(
            " #! root of container 'app' and container 'zero' is no root on the node:"
                + " the pod has a user namespace"));
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30))).check(POD.formatted(""));
  }

  @Test
  void saysWhereRootlessNodesConfineRoot() {
    rule.on(new ClusterProfile(KubernetesVersion.LATEST, true, true, false))
        .check(
            """
            apiVersion: v1
            kind: Pod
            #! root of container 'app' is no root on the node: the nodes are rootless
            spec:
              containers: [{name: app}]
            """);
  }

  @Test
  void isSilentWhereRootIsRootAndWhereNobodyIsRoot() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec: {containers: [{name: app}]}
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          securityContext: {runAsNonRoot: true}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          os: {name: windows}
          containers: [{name: app}]
        """);
  }
}
