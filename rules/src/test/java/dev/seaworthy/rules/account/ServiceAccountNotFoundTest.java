package dev.seaworthy.rules.account;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ServiceAccountNotFoundTest {

  private final RuleTester rule = RuleTester.of(new ServiceAccountNotFound());

  @Test
  void flagsNamesThatNothingInTheScanHas() {
    rule.check(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: app, namespace: prod}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: prod}
        spec:
          serviceAccountName: app
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: test}
        spec:
          serviceAccountName: app #! service account 'app' is not in the scan
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: test}
        spec: {containers: [{name: app}]}
        """);
  }
}
