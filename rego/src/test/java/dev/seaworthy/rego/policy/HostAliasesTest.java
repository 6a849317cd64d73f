package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class HostAliasesTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("host-aliases"));

  @Test
  void flagsTheNamesOfThePod() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostAliases: #! pod resolves 'db.example' by itself, past DNS
            - {ip: 10.0.0.1, hostnames: [db.example]}
          containers: [{name: app}]
        ---
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              hostAliases: #! pod resolves 'a', 'b', 'c' and 2 more by itself
                - {ip: 10.0.0.1, hostnames: [a, b]}
                - {ip: 10.0.0.2, hostnames: [c, d, e]}
        """);
  }

  @Test
  void isSilentWhereThereAreNone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostAliases: []
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostAliases: [{ip: 10.0.0.1}, text]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostAliases: {ip: 10.0.0.1, hostnames: [a]}
        ---
        apiVersion: v1
        kind: ConfigMap
        spec:
          hostAliases: [{ip: 10.0.0.1, hostnames: [a]}]
        """);
  }
}
