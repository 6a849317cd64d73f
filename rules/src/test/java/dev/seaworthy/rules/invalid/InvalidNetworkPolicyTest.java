package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidNetworkPolicyTest {

  private final RuleTester rule = RuleTester.of(new InvalidNetworkPolicy());

  @Test
  void flagsPeersThatAreNoneOrTwo() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: x}
        spec:
          podSelector: {}
          ingress:
            - from:
                - {} #! a peer in 'from' needs 'podSelector', 'namespaceSelector' or 'ipBlock'
                - podSelector: {}
                  ipBlock: {cidr: 10.0.0.0/8} #! a peer has 'ipBlock' or selectors, not both: write two peers
                - ipBlock: #! a peer in 'from' needs 'podSelector', 'namespaceSelector' or 'ipBlock'
                - podSelecter: {}
          egress:
            - to:
                - namespaceSelector: {}
                  podSelector: {}
        """);
  }

  @Test
  void flagsExceptionsThatAreNoPartOfTheirRange() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: x}
        spec:
          podSelector: {}
          egress:
            - to:
                - ipBlock:
                    cidr: 10.0.0.0/8
                    except:
                      - 10.1.0.0/16
                      - 11.0.0.0/16 #! '11.0.0.0/16' is no part of '10.0.0.0/8'
                      - 10.0.0.0/8 #! '10.0.0.0/8' is no part of '10.0.0.0/8'
                      - 2001:db8::/32 #! '2001:db8::/32' is no part of '10.0.0.0/8'
                      - ${RANGE}
                      - no range
                - ipBlock:
                    cidr: 2001:db8::/32
                    except: [2001:db8:1::/48, "2001:db9::/48"] #! '2001:db9::/48' is no part of '2001:db8::/32'
        """);
  }

  @Test
  void flagsRangesOfPortsWithoutAStart() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: x}
        spec:
          podSelector: {}
          ingress:
            - ports:
                - {port: 80, endPort: 90}
                - {port: 80, endPort: 80}
                - {port: 80, endPort: 79} #! 'endPort' 79 is below 'port' 80
                - {endPort: 90} #! 'endPort' needs a 'port' to start from
                - {port: http, endPort: 90} #! 'endPort' needs a number as 'port', not the name 'http'
                - {port: "${PORT}", endPort: 90}
                - {port: "80"} #! port '80' is a name, as it is in quotes, and no name of a port: write 80
                - {port: HTTP} #! 'HTTP' is no name of a port: lower-case letters, digits and single '-' between them are allowed, with at least one letter
        """);
  }

  @Test
  void flagsATypeThatIsThereTwiceBesideTheOther() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: x}
        spec:
          podSelector: {}
          policyTypes:
            - Ingress
            - Egress
            - Ingress #! a policy has two types at most, and one is there twice
        """);
  }
}
