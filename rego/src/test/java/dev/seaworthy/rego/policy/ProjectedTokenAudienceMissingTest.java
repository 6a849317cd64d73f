package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ProjectedTokenAudienceMissingTest {

  private final RuleTester rule =
      RuleTester.of(BundledRule.named("projected-token-audience-missing"));

  @Test
  void flagsTokensForTheApiServer() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts:
                - {name: vault, mountPath: /var/run/secrets/vault}
          volumes:
            - name: vault
              projected:
                sources:
                  - serviceAccountToken: {path: a} #! token 'a' of volume 'vault' names no audience
                  - serviceAccountToken:
                      path: b
                      audience: "" #! token 'b' of volume 'vault' names no audience
                  - serviceAccountToken: {path: c, audience: vault}
                  - configMap: {name: vault}
                  - serviceAccountToken: nothing
            - name: broken
              projected: {sources: nothing}
        """);
  }

  @Test
  void leavesTheTokenOfClientsOfTheApiAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          automountServiceAccountToken: false
          containers:
            - name: app
              volumeMounts:
                - {name: api, mountPath: /var/run/secrets/kubernetes.io/serviceaccount/}
          volumes:
            - name: api
              projected:
                sources:
                  - serviceAccountToken: {path: token}
        """);
  }
}
