package dev.seaworthy.rego.policy;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapabilityAddedOtherThanNetBindServiceTest {

  private final Rule rule = BundledRule.named("capability-added-other-than-net-bind-service");

  private RuleTester allowing(String... capabilities) {
    ParameterValue value = new ParameterValue.Texts(List.of(capabilities));
    return RuleTester.of(((ParameterizedRule) rule).withParameters(Map.of("allowed", value)));
  }

  @Test
  void flagsTheUsualSetButNetBindService() {
    RuleTester.of(rule)
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: app
                  securityContext:
                    capabilities:
                      drop: [ALL]
                      add:
                        - NET_BIND_SERVICE
                        - CAP_NET_BIND_SERVICE
                        - CHOWN #! container 'app' adds capability 'CHOWN', which lets it give any of its files to any user
                        - setuid #! 'setuid', which lets it become any of its users
                        - NET_RAW
                        - IPC_LOCK
            """);
  }

  @Test
  void usersSayWhatIsAllowed() {
    allowing("CHOWN", "SETUID")
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: app
                  securityContext:
                    capabilities:
                      add:
                        - NET_BIND_SERVICE #! 'NET_BIND_SERVICE', which lets it listen on ports below 1024
                        - CHOWN
                        - cap_setuid
            """);
    allowing()
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: app
                  securityContext:
                    capabilities: {add: [CHOWN]} #! 'CHOWN'
            """);
  }

  @Test
  void netBindServiceIsOfNoUseToAUserWhoMayNotGainPrivileges() {
    allowing()
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              securityContext: {runAsUser: 101}
              containers:
                - name: web
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]} #! which has no effect
            """);
  }

  @Test
  void isSilentWhereAddingChangesNothing() {
    RuleTester.of(rule)
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: privileged
                  securityContext: {privileged: true, capabilities: {add: [CHOWN]}}
                - name: dropped
                  securityContext: {capabilities: {add: [CHOWN], drop: [chown]}}
            ---
            apiVersion: v1
            kind: Pod
            spec:
              os: {name: windows}
              containers: [{name: app, securityContext: {capabilities: {add: [CHOWN]}}}]
            """);
  }
}
