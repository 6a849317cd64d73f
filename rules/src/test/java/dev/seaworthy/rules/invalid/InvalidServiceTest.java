package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidServiceTest {

  private final RuleTester rule = RuleTester.of(new InvalidService());

  @Test
  void flagsAServiceWithoutPorts() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec: #! the service needs 'ports', unless its 'clusterIP' is 'None'
          selector: {app: web}
        """);
  }

  @Test
  void flagsAServiceWithoutASpec() {
    rule.check(
        """
        apiVersion: v1 #! the service needs a 'spec' with 'ports'
        kind: Service
        metadata: {name: x}
        """);
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spce: {ports: [{port: 80}]}
        """);
  }

  @Test
  void takesServicesThatNeedNoPorts() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec: {clusterIP: None, selector: {app: web}}
        """);
  }

  @Test
  void takesANameElsewhere() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec: {type: ExternalName, externalName: db.example.com., clusterIP: ''}
        """);
  }

  @Test
  void flagsFieldsOfOtherTypes() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec:
          selector: {a b: web} #! key of a label 'a b' is refused: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends
          externalTrafficPolicy: Local #! 'externalTrafficPolicy' is for services of type 'NodePort' and 'LoadBalancer', and this is 'ClusterIP'
          healthCheckNodePort: 30000 #! 'healthCheckNodePort' is for services of type 'LoadBalancer', and this is 'ClusterIP'
          allocateLoadBalancerNodePorts: false #! 'allocateLoadBalancerNodePorts' is for services of type 'LoadBalancer', and this is 'ClusterIP'
          loadBalancerClass: example.com/lb #! 'loadBalancerClass' is for services of type 'LoadBalancer', and this is 'ClusterIP'
          loadBalancerSourceRanges: [10.0.0.0/8] #! 'loadBalancerSourceRanges' is for services of type 'LoadBalancer', and this is 'ClusterIP'
          ports:
            - {port: 80, appProtocol: a b} #! application protocol 'a b' is refused: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends
        """);
  }

  @Test
  void takesATrafficPolicyForExternalAddresses() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec:
          externalIPs: [192.0.2.1]
          externalTrafficPolicy: Local
          ports: [{port: 80}]
        """);
  }

  @Test
  void flagsAHealthCheckWithoutItsPolicy() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec:
          externalIPs: [127.0.0.1] #! address '127.0.0.1' is for the node itself, and nothing is sent there
          type: LoadBalancer
          externalTrafficPolicy: Cluster
          healthCheckNodePort: 30000 #! 'healthCheckNodePort' needs the 'externalTrafficPolicy' 'Local'
          loadBalancerClass: a b #! load balancer class 'a b' is refused: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends
          ports: [{port: 80}]
        """);
  }

  @Test
  void flagsAnExternalNameThatIsNone() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec:
          type: ExternalName
          externalName: DB_1 #! external name 'DB_1' is refused: lower-case letters, digits, '-' and '.' are allowed, with a letter or digit at both ends of each part
          clusterIP: None #! a service of type 'ExternalName' has no 'clusterIP'
        """);
  }

  @Test
  void flagsAnExternalServiceWithoutAName() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec: #! a service of type 'ExternalName' needs an 'externalName'
          type: ExternalName
        """);
  }

  @Test
  void flagsAddressesThatContradictEachOther() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec:
          clusterIP: 10.0.0.1
          clusterIPs:
            - 10.0.0.2 #! the first of 'clusterIPs' is '10.0.0.2', and 'clusterIP' is '10.0.0.1'
            - None #! 'None' is the only one of 'clusterIPs' where it is there
          ipFamilies:
            - IPv4
            - IPv4 #! 'ipFamilies' has 'IPv4' twice
          ports: [{port: 80}]
        """);
  }

  @Test
  void flagsAddressesThatAreNone() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec:
          type: NodePort
          clusterIP: None #! a service of type 'NodePort' has an address: remove 'clusterIP' 'None'
          ports: [{port: 80}]
        """);
  }

  @Test
  void flagsAMisspeltNone() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec:
          clusterIP: none #! 'none' is no address of a service: an IP address or 'None' is; did you mean 'None'?
          ports: [{port: 80}]
        """);
  }

  @Test
  void flagsAListWithoutItsFirstAddress() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec:
          clusterIPs: ["fd00::1"] #! 'clusterIPs' needs its first address as 'clusterIP' as well
          ports: [{port: 80}]
        """);
  }

  @Test
  void leavesWhatIsReplacedAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: x}
        spec:
          type: "${TYPE}"
          clusterIP: "${IP}"
          externalTrafficPolicy: Local
        """);
  }
}
