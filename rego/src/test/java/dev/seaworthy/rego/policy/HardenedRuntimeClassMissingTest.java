package dev.seaworthy.rego.policy;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HardenedRuntimeClassMissingTest {

  private static RuleTester requiring(String... classes) {
    Rule rule = BundledRule.named("hardened-runtime-class-missing");
    ParameterValue value = new ParameterValue.Texts(List.of(classes));
    return RuleTester.of(
        ((ParameterizedRule) rule).withParameters(Map.of("runtimeClasses", value)));
  }

  @Test
  void isSilentUntilClassesAreNamed() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          runtimeClassName: runc
          containers: [{name: app}]
        """;
    RuleTester.of(BundledRule.named("hardened-runtime-class-missing")).check(pod);
    requiring().check(pod);
  }

  @Test
  void flagsPodsInOtherRuntimes() {
    requiring("gvisor", "kata")
        .check(
            """
            apiVersion: apps/v1
            kind: Deployment
            spec:
              template:
                #! pod runs in the node's default runtime, not in 'gvisor' or 'kata'
                spec:
                  containers: [{name: app}]
            ---
            apiVersion: v1
            kind: Pod
            spec:
              runtimeClassName: runc #! pod runs in runtime class 'runc', not in 'gvisor' or 'kata'
              containers: [{name: app}]
            ---
            apiVersion: v1
            kind: Pod
            spec:
              runtimeClassName: "" #! pod runs in the node's default runtime
              containers: [{name: app}]
            """);
  }

  @Test
  void isSilentAboutPodsInOneOfTheClassesAndObjectsWithoutPods() {
    requiring("gvisor", "kata")
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              runtimeClassName: kata
              containers: [{name: app}]
            ---
            apiVersion: v1
            kind: ConfigMap
            data: {runtimeClassName: runc}
            """);
  }
}
