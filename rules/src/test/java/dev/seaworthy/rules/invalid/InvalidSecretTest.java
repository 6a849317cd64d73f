package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidSecretTest {

  private final RuleTester rule = RuleTester.of(new InvalidSecret());

  @Test
  void flagsKeysThatATypeNeeds() {
    rule.check(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: x}
        type: kubernetes.io/tls
        data: #! a secret of type 'kubernetes.io/tls' needs the key 'tls.crt', and has 'tls.cert'
          tls.cert: YQ==
        stringData: {tls.key: a}
        """);
  }

  @Test
  void flagsASecretWithoutNameAndPassword() {
    rule.check(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: x}
        type: kubernetes.io/basic-auth
        data: {} #! a secret of type 'kubernetes.io/basic-auth' needs 'username' or 'password'
        """);
  }

  @Test
  void flagsATokenOfNoAccount() {
    rule.check(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: x} #! a secret of type 'kubernetes.io/service-account-token' needs the annotation 'kubernetes.io/service-account.name'
        type: kubernetes.io/service-account-token
        """);
  }

  @Test
  void takesWhatHasItsKeys() {
    rule.check(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: x}
        type: kubernetes.io/basic-auth
        stringData: {username: jane}
        """);
  }

  @Test
  void takesOtherTypes() {
    rule.check(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: x}
        type: helm.sh/release.v1
        data: {}
        """);
  }

  @Test
  void flagsKeysOfConfigMapsThatAreThereTwice() {
    rule.check(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: x}
        data: {a: text, b: text}
        binaryData: {a: YQ==, c: YQ==} #! key 'a' is in 'data' and in 'binaryData'
        """);
  }
}
