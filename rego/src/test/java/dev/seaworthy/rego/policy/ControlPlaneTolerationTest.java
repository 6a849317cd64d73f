package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ControlPlaneTolerationTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("control-plane-toleration"));

  @Test
  void flagsTolerationsOfTheTaints() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: DaemonSet
        spec:
          template:
            spec:
              tolerations:
                #! pod tolerates taint 'node-role.kubernetes.io/control-plane', so it may run beside the API server
                - key: node-role.kubernetes.io/control-plane
                  effect: NoSchedule
                - {key: node-role.kubernetes.io/master, operator: Exists} #! taint 'node-role.kubernetes.io/master'
                - {key: dedicated, operator: Equal, value: builds}
                - operator: Exists #! pod tolerates every taint, so it may run beside the API server
                - {key: "", operator: Exists, effect: NoSchedule} #! pod tolerates every taint
        """);
  }

  @Test
  void isSilentAboutOtherTolerations() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          tolerations:
            - {operator: Exists, effect: NoExecute}
            - {effect: NoSchedule}
            - {key: node.kubernetes.io/not-ready, operator: Exists}
            - Exists
        ---
        apiVersion: v1
        kind: Pod
        spec:
          tolerations: {key: node-role.kubernetes.io/master}
        """);
  }

  @Test
  void flagsNodeSelectors() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          nodeSelector:
            kubernetes.io/os: linux
            node-role.kubernetes.io/control-plane: "" #! pod is to run on nodes with label 'node-role.kubernetes.io/control-plane'
        """);
  }

  @Test
  void flagsRequiredAffinityOnly() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - {key: kubernetes.io/os, operator: In, values: [linux]}
                      - key: node-role.kubernetes.io/master #! pod is to run on nodes with label 'node-role.kubernetes.io/master'
                        operator: Exists
                  - matchExpressions:
                      - {key: node-role.kubernetes.io/control-plane, operator: DoesNotExist}
                  - matchExpressions: none
                  - none
              preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 1
                  preference:
                    matchExpressions: [{key: node-role.kubernetes.io/control-plane, operator: Exists}]
        """);
  }
}
