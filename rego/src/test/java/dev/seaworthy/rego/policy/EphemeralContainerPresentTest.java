package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class EphemeralContainerPresentTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("ephemeral-container-present"));

  @Test
  void flagsEphemeralContainers() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers: [{name: setup}]
          containers: [{name: app}]
          ephemeralContainers:
            - name: debug #! ephemeral container 'debug' makes the API server refuse the pod
            - name: trace #! ephemeral container 'trace' makes
        ---
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              containers: [{name: app}]
              ephemeralContainers: [{name: debug}] #! ephemeral container 'debug' makes
        """);
  }

  @Test
  void isSilentWhereThereAreNone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: app}]
          ephemeralContainers: []
        """);
  }
}
