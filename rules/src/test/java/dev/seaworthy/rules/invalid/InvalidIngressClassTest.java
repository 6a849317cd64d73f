package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidIngressClassTest {

  private final RuleTester rule = RuleTester.of(new InvalidIngressClass());

  @Test
  void flagsControllersWithoutADomain() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: x}
        spec:
          controller: nginx #! controller 'nginx' needs a domain and a path, such as 'example.com/name'
          parameters: {kind: Settings, name: a, scope: Namespace} #! parameters of the scope 'Namespace' need their 'namespace'
        """);
  }

  @Test
  void flagsParametersOfTheClusterInANamespace() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: x}
        spec:
          controller: Example.com/nginx #! domain of a controller 'Example.com' is refused: lower-case letters, digits, '-' and '.' are allowed, with a letter or digit at both ends of each part
          parameters: {kind: Settings, name: a, namespace: prod} #! parameters of the scope 'Cluster' have no 'namespace'
        """);
  }
}
