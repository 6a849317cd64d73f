package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidEndpointsTest {

  private final RuleTester rule = RuleTester.of(new InvalidEndpoints());

  @Test
  void flagsAddressesThatNoOtherNodeReaches() {
    rule.check(
        """
        apiVersion: v1
        kind: Endpoints
        metadata: {name: x}
        subsets:
          - {} #! the subset needs 'addresses' or 'notReadyAddresses'
          - addresses:
              - ip: 10.0.0.1
              - ip: 127.0.0.1 #! address '127.0.0.1' is for the node itself, and nothing is sent there
              - ip: 169.254.1.1 #! address '169.254.1.1' is for one link only, and nothing is sent there
              - ip: 0.0.0.0 #! address '0.0.0.0' is that of nobody
              - ip: "::1" #! address '::1' is for the node itself, and nothing is sent there
              - ip: no address
            ports:
              - {port: 80, name: http}
              - {port: 81} #! endpoints with several ports need a name for each
              - {port: 0, name: Http} #! 'port' 0 is not from 1 to 65535 #! port name 'Http' is refused: lower-case letters, digits and '-' are allowed, with a letter or digit at both ends
        """);
  }

  @Test
  void flagsAddressesOfAnotherFamily() {
    rule.check(
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: x}
        addressType: IPv4
        endpoints:
          - addresses: [10.0.0.1]
            hostname: a.b #! host name 'a.b' is refused: lower-case letters, digits and '-' are allowed, with a letter or digit at both ends
          - addresses: ["2001:db8::1"] #! '2001:db8::1' is no address of the type 'IPv4'
          - addresses: [224.0.0.1] #! address '224.0.0.1' is for many on one link, and nothing is sent there
          - addresses: [db] #! 'db' is no IP address
        ports:
          - {name: http, port: 80}
          - {name: http, port: 81} #! two ports of the slice have the name 'http'
        """);
  }

  @Test
  void takesAPortWithoutAName() {
    rule.check(
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: x}
        addressType: FQDN
        endpoints: [{addresses: [db.example.com]}]
        ports: [{port: 80}]
        """);
  }
}
