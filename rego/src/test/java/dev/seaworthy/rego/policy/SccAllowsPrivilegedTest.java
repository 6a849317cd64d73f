package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SccAllowsPrivilegedTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("scc-allows-privileged"));

  @Test
  void flagsConstraintsThatAllowPrivilegedContainers() {
    rule.check(
        """
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata: {name: agents}
        allowPrivilegedContainer: true #! constraints 'agents' let whoever may use them run privileged
        ---
        apiVersion: v1
        kind: List
        items:
          - apiVersion: security.openshift.io/v1
            kind: SecurityContextConstraints
            metadata: {generateName: agents-}
            allowPrivilegedContainer: on #! constraints let whoever may use them run privileged
        """);
  }

  @Test
  void isSilentAboutOthers() {
    rule.check(
        """
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata: {name: restricted}
        allowPrivilegedContainer: false
        ---
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata: {name: text}
        allowPrivilegedContainer: "true"
        ---
        apiVersion: example.com/v1
        kind: SecurityContextConstraints
        metadata: {name: other-group}
        allowPrivilegedContainer: true
        """);
  }
}
