package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SshPortExposedTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("ssh-port-exposed"));

  @Test
  void flagsPort22() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - {name: setup, ports: [{containerPort: 22}]} #! init container 'setup' serves port 22
          containers:
            - name: app
              ports:
                - containerPort: 22 #! container 'app' serves port 22: logins by SSH bypass
                - {containerPort: 22, protocol: TCP} #! port 22
                - {containerPort: 22, protocol: ""} #! port 22
        """);
  }

  @Test
  void isSilentAboutOtherPortsAndProtocols() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              ports:
                - {containerPort: 22, protocol: UDP}
                - {containerPort: 2222}
                - {containerPort: 8022, hostPort: 22}
                - {containerPort: 80, name: ssh}
                - 22
        ---
        apiVersion: v1
        kind: Service
        spec:
          ports: [{port: 22, targetPort: 22}]
        """);
  }
}
