package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class HostPortTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("host-port"));

  @Test
  void flagsEachPortOfTheNode() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: DaemonSet
        spec:
          template:
            spec:
              initContainers:
                - name: setup
                  ports: [{containerPort: 1, hostPort: 1}] #! init container 'setup' takes port 1 of
              containers:
                - name: app
                  ports:
                    - containerPort: 8080
                      hostPort: 80 #! container 'app' takes port 80 of its node
                    - containerPort: 8443
                      hostPort: 443 #! container 'app' takes port 443
                      hostIP: 127.0.0.1
                    - containerPort: 9090
        """);
  }

  @Test
  void zeroMeansUnset() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: app, ports: [{containerPort: 80, hostPort: 0}]}]
        """);
  }

  @Test
  void inTheNodesNetworkEveryPortIsOneOfTheNode() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: true
          containers: [{name: app, ports: [{containerPort: 80, hostPort: 80}]}]
        """);
  }

  @Test
  void readsNumbersAsTheApiServerDoes() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              ports:
                - {containerPort: 80, hostPort: 8e1} #! takes port 80 of its node
                - {containerPort: 80, hostPort: "80"}
                - {containerPort: 80, hostPort: 80.5}
                - {containerPort: 80, hostPort: null}
                - 80
            - {name: mapping, ports: {http: {hostPort: 80}}}
        """);
  }
}
