package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class DeprecatedServiceAccountFieldTest {

  private final RuleTester rule =
      RuleTester.of(BundledRule.named("deprecated-service-account-field"));

  @Test
  void flagsTheDeprecatedField() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccount: web #! pod names service account 'web' by the deprecated field 'serviceAccount'
        ---
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccountName: ""
          serviceAccount: web #! pod names service account 'web' by the deprecated field
        ---
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  serviceAccountName: web
                  serviceAccount: old #! pod runs as service account 'web', not as 'old' of the deprecated field
        """);
  }

  @Test
  void isSilentWhereBothAgree() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccountName: web
          serviceAccount: web
        ---
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccountName: web
        ---
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccount: ""
        ---
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccount: {name: web}
        """);
  }
}
