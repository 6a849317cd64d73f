package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SecretRefInEnvTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("secret-ref-in-env"));

  @Test
  void flagsSingleKeysAndWholeSecrets() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: migrate
              envFrom:
                - prefix: DB_
                  secretRef: {name: db} #! init container 'migrate' takes all of a Secret
          containers:
            - name: app
              env:
                - name: LOG_LEVEL
                  value: debug
                - name: DB_PASSWORD
                  valueFrom:
                    #! environment variable 'DB_PASSWORD' of container 'app' comes from a Secret
                    secretKeyRef: {name: db, key: password}
              envFrom:
                - configMapRef: {name: settings}
                - secretRef: {name: db} #! container 'app' takes all of a Secret
          ephemeralContainers:
            - name: debug
              env:
                - name: TOKEN
                  valueFrom: {secretKeyRef: {name: debug, key: token}} #! ephemeral container 'debug'
        """);
  }

  @Test
  void leavesOtherSourcesAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              env:
                - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
                - {name: MODE, valueFrom: {configMapKeyRef: {name: settings, key: mode}}}
                - {name: PASSWORD, value: literal}
                - {name: NOTHING, valueFrom: {secretKeyRef: null}}
                - {name: FILE, valueFrom: {fileKeyRef: {volumeName: v, path: p, key: k}}}
              envFrom: null
          volumes:
            - {name: db, secret: {secretName: db}}
        """);
  }
}
