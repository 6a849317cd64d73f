package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class PrivilegedContainerPortTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("privileged-container-port"));

  @Test
  void flagsPortsBelow1024() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              initContainers:
                - name: proxy
                  ports: [{containerPort: 1}] #! init container 'proxy' serves port 1, which may take root
              containers:
                - name: app
                  ports:
                    - containerPort: 80 #! container 'app' serves port 80, which may take root: it is below 1024
                    - {containerPort: 53, protocol: UDP} #! port 53
                    - containerPort: 1023 #! port 1023
                    - containerPort: 1024
                    - {containerPort: 8080, hostPort: 80}
                    - containerPort: 0
                    - containerPort: "80"
              ephemeralContainers:
                - name: debug
                  ports: [{containerPort: 443}] #! ephemeral container 'debug' serves port 443
        """);
  }

  @Test
  void aSysctlLetsAnybodyOpenThePort() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            sysctls:
              - {name: net.ipv4.ip_unprivileged_port_start, value: "80"}
          containers:
            - name: app
              ports:
                - containerPort: 443
                - containerPort: 80
                - containerPort: 22 #! port 22, which may take root: it is below 80
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {sysctls: [{name: net/ipv4/ip_unprivileged_port_start, value: "0"}]}
          containers: [{name: app, ports: [{containerPort: 22}]}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: none}, text]}
          containers: [{name: app, ports: [{containerPort: 80}]}] #! it is below 1024
        """);
  }

  @Test
  void windowsHasNoPrivilegedPorts() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          nodeSelector: {kubernetes.io/os: windows}
          containers: [{name: app, ports: [{containerPort: 80}]}]
        """);
  }
}
