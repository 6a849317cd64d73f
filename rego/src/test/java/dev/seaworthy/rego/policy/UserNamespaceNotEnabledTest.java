package dev.seaworthy.rego.policy;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class UserNamespaceNotEnabledTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("user-namespace-not-enabled"));

  @Test
  void flagsPodsWhoseContainersMayBeRootOfTheNode() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec: #! container 'unknown' and container 'zero' may run as root of the node
          containers:
            - name: unknown
            - name: zero
              securityContext: {runAsUser: 0}
            - name: refused
              securityContext: {runAsUser: 0, runAsNonRoot: true}
            - name: named
              securityContext: {runAsUser: 1000}
            - name: nonroot
              securityContext: {runAsNonRoot: true}
        ---
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              hostUsers: true #! container 'app' may run as root of the node: the pod has no user namespace
              containers: [{name: app}]
        """);
  }

  @Test
  void isSilentInAUserNamespaceAndWithoutRoot() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsNonRoot: true}
          initContainers: [{name: setup, securityContext: {runAsUser: 1}}]
          containers: [{name: app}]
        """);
  }

  @Test
  void isSilentWherePodsCannotHaveOne() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: true
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostPID: true
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostIPC: true
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: app, volumeDevices: [{name: disk, devicePath: /dev/xvda}]}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: ConfigMap
        """);
  }

  @Test
  void aListOfNoBlockDevicesIsNoReason() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec: #! container 'app' may run as root of the node
          containers: [{name: app, volumeDevices: []}]
        """);
  }

  @Test
  void isSilentWhereTheClusterHasNone() {
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 32)))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers: [{name: app}]
            """);
  }

  @Test
  void isSilentOnRootlessNodes() {
    rule.on(new ClusterProfile(KubernetesVersion.LATEST, true, true, false))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers: [{name: app}]
            """);
  }
}
