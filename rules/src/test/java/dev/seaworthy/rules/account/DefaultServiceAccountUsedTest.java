package dev.seaworthy.rules.account;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class DefaultServiceAccountUsedTest {

  private final RuleTester rule = RuleTester.of(new DefaultServiceAccountUsed());

  @Test
  void flagsPodsThatNameNoAccountOrTheDefaultOne() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec: #! pod acts as service account 'default'
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccountName: default #! pod acts as service account 'default'
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccountName: app
          containers: [{name: app}]
        """);
  }

  @Test
  void withoutATokenAPodActsAsNobody() {
    rule.check(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: default, namespace: closed}
        automountServiceAccountToken: false
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: closed}
        spec: {containers: [{name: app}]}
        ---
        apiVersion: v1
        kind: Pod
        spec:
          automountServiceAccountToken: false
          containers: [{name: app}]
        """);
  }
}
