package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ServiceAccountObjectAutomountsTest {

  private final RuleTester rule =
      RuleTester.of(BundledRule.named("service-account-object-automounts"));

  @Test
  void flagsAccountsThatDoNotKeepTheirToken() {
    rule.check(
        """
        #! service account 'web' gives its token to every pod that does not refuse it
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: web}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: default}
        automountServiceAccountToken: true #! service account 'default' gives its token
        """);
  }

  @Test
  void isSilentAboutOthers() {
    rule.check(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: web}
        automountServiceAccountToken: false
        ---
        apiVersion: example.com/v1
        kind: ServiceAccount
        metadata: {name: other-group}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: pod}
        spec: {automountServiceAccountToken: true}
        """);
  }
}
