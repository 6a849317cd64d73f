package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class HostPathSubPathTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("host-path-sub-path"));

  @Test
  void flagsSubPathsOfHostPathsAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              volumeMounts:
                - name: data
                  mountPath: /a
                  subPathExpr: $(POD_NAME)/x #! subPathExpr '$(POD_NAME)/x' of init container 'setup' lets the environment choose a part of '/data' of the node
          containers:
            - name: app
              volumeMounts:
                - name: data
                  mountPath: /a
                  subPath: logs #! subPath 'logs' of container 'app' makes the kubelet find its way, as root, through '/data' of the node
                  readOnly: true
                - {name: data, mountPath: /b}
                - {name: data, mountPath: /c, subPath: ""}
                - {name: data, mountPath: /d, subPath: [logs]}
                - {name: scratch, mountPath: /e, subPath: logs}
          volumes:
            - {name: data, hostPath: {path: /data/}}
            - {name: scratch, emptyDir: {}}
        """);
  }
}
