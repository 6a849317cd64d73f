package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidPortTest {

  private final RuleTester rule = RuleTester.of(new InvalidPort());

  @Test
  void flagsPortsOutOfRange() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              ports:
                - containerPort: 70000 #! 'containerPort' 70000 is not from 1 to 65535
                - containerPort: 0 #! 'containerPort' 0 is not
                - containerPort: 80
                  hostPort: -1 #! 'hostPort' -1 is not
                - {containerPort: 65535, hostPort: 0, protocol: SCTP}
        """);
  }

  @Test
  void flagsPortsOfProbes() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              livenessProbe: {httpGet: {port: "8080"}} #! port '8080' is a name, as it is in quotes, and no name of a port: write 8080
              readinessProbe: {tcpSocket: {port: Web_1}} #! 'Web_1' is no name of a port
              lifecycle:
                preStop: {httpGet: {port: 0}} #! 'port' 0 is not
            - name: fine
              livenessProbe: {httpGet: {port: http}}
              readinessProbe: {tcpSocket: {port: 8080}}
              startupProbe: {httpGet: {port: "${PORT}"}}
        """);
  }

  @Test
  void inTheNetworkOfTheHostBothNumbersAreOne() {
    String yaml =
        """
        apiVersion: apps/v1
        kind: DaemonSet
        spec:
          template:
            spec:
              hostNetwork: true
              containers:
                - name: app
                  ports:
                    - {containerPort: 80, hostPort: 8080} #! 'hostPort' 8080 is not 'containerPort' 80
                    - {containerPort: 81, hostPort: 81}
                    - {containerPort: 82}
        """;
    rule.check(yaml);
    rule.check(yaml.replace("true", "false").replaceAll("#!.*", ""));
  }
}
