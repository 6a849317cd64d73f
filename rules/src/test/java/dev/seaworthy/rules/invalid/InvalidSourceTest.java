package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidSourceTest {

  private final RuleTester rule = RuleTester.of(new InvalidSource());

  @Test
  void flagsVolumesWithTwoSources() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - name: data
              emptyDir: {}
              hostPath: {path: /data} #! volume 'data' has two sources: 'emptyDir' and 'hostPath'
            - name: none
            - name: replaced
              emptyDir: null
              secret: {secretName: a}
          containers: [{name: app}]
        """);
  }

  @Test
  void flagsVariablesWithTwoSourcesOrNone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              env:
                - name: A
                  value: x
                  valueFrom: {secretKeyRef: {name: a, key: a}} #! variable 'A' has both 'value' and
                - name: B
                  valueFrom: {} #! variable 'B' has no source: one of 'fieldRef', 'resourceFieldRef'
                - name: C
                  valueFrom:
                    configMapKeyRef: {name: a, key: a}
                    secretKeyRef: {name: a, key: a} #! variable 'C' has two sources
                - name: D
                  value: ''
                  valueFrom: {fieldRef: {fieldPath: metadata.name}}
                - name: E
              envFrom:
                - prefix: A #! 'envFrom' of container 'app' has no source
                - configMapRef: {name: a}
                  secretRef: {name: a} #! 'envFrom' of container 'app' has two sources
                - secretRef: {name: a}
        """);
  }

  @Test
  void flagsProbesAndHooksWithTwoHandlersOrNone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: ends
              livenessProbe: {}
            - name: sidecar
              restartPolicy: Always
              livenessProbe: {periodSeconds: 5} #! 'livenessProbe' of init container 'sidecar' has no
          containers:
            - name: app
              livenessProbe:
                exec: {command: [x]}
                httpGet: {port: 80} #! 'livenessProbe' of container 'app' has two handlers: 'exec' and
              readinessProbe: {grpc: {port: 1}}
              startupProbe: null
              lifecycle:
                preStop: {sleep: {seconds: 1}}
                postStart: {} #! 'postStart' of container 'app' has no handler
        """);
  }

  @Test
  void handlersThatAServerDropsDoNotCount() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              lifecycle:
                preStop:
                  exec: {command: [x]}
                  sleep: {seconds: 1} #! has two handlers
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 29))).check(yaml.replaceAll("#!.*", ""));
  }

  @Test
  void filesOfVolumesHaveOneSource() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - name: a
              downwardAPI:
                items:
                  - path: a #! file 'a' has no source: one of 'fieldRef', 'resourceFieldRef' is needed
                  - path: b
                    fieldRef: {fieldPath: metadata.name}
                    resourceFieldRef: {resource: limits.cpu} #! file 'b' has two sources
            - name: b
              projected:
                sources:
                  - secret: {name: a}
                    configMap: {name: a} #! an item of 'sources' has two sources: 'secret' and 'configMap'
                  - {}
                  - downwardAPI: {items: [{path: c, fieldRef: {fieldPath: metadata.name}}]}
          containers: [{name: app}]
        """);
  }
}
