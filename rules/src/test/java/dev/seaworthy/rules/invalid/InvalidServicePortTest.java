package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidServicePortTest {

  private final RuleTester rule = RuleTester.of(new InvalidServicePort());

  @Test
  void flagsPortsThatCannotBe() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          ports:
            - name: a
              port: 0 #! 'port' 0 is not from 1 to 65535
              targetPort: "80" #! port '80' is a name, as it is in quotes
            - name: b.c #! port name 'b.c' is refused
              port: 2
              targetPort: 70000 #! 'targetPort' 70000 is not from 1 to 65535
            - name: a #! two ports of the service have the name 'a'
              port: 3
            - port: 2 #! a service with several ports needs a name for each #! two ports of the service are TCP 2
        """);
  }

  @Test
  void takesWhatTheServerTakes() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: dns}
        spec:
          ports:
            - {name: dns, port: 53, protocol: UDP, targetPort: 0}
            - {name: a-long-name-of-a-port, port: 53, targetPort: dns-tcp}
        """);
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {ports: [{port: 80, targetPort: "${PORT}"}]}
        """);
  }

  @Test
  void flagsPortsOfNodesThatCannotBe() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          ports:
            - {port: 80, nodePort: 30080} #! 'nodePort' is for services of type 'NodePort' and 'LoadBalancer'
        """);
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: NodePort
          ports:
            - {name: a, port: 80, nodePort: 30080}
            - {name: b, port: 81, nodePort: 30080} #! two ports of the service take TCP 30080 of nodes
            - {name: c, port: 82, nodePort: 30080, protocol: UDP}
            - {name: d, port: 83, nodePort: 0}
        """);
  }

  @Test
  void otherServicesAreOthersBusiness() {
    rule.check(
        """
        apiVersion: serving.knative.dev/v1
        kind: Service
        metadata: {name: web}
        spec: {ports: [{port: 0}]}
        """);
  }
}
