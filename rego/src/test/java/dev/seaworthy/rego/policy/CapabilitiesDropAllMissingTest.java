package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class CapabilitiesDropAllMissingTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("capabilities-drop-all-missing"));

  @Test
  void flagsContainersThatKeepCapabilities() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup #! init container 'setup' does not drop 'ALL' capabilities
          containers:
            - name: one
              securityContext:
                capabilities:
                  drop: [NET_RAW] #! container 'one' does not drop
            - name: only-adds
              securityContext: {capabilities: {add: [CHOWN]}} #! container 'only-adds'
            - name: none
              securityContext: {capabilities: {drop: []}} #! container 'none'
            - name: good
              securityContext: {capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}
            - name: more
              securityContext: {capabilities: {drop: [CHOWN, "ALL"]}}
          ephemeralContainers:
            - name: debug #! ephemeral container 'debug'
        """);
  }

  @Test
  void wantsAllToTheLetterAsPodSecurityDoes() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: lower
              securityContext:
                capabilities:
                  drop:
                    - NET_RAW
                    - all #! container 'lower' drops 'all', which Pod Security does not accept as 'ALL'
            - name: both
              securityContext: {capabilities: {drop: [all, ALL]}}
            - name: prefix
              securityContext: {capabilities: {drop: [CAP_ALL]}} #! 'prefix' does not drop 'ALL'
        """);
  }

  @Test
  void droppingIsInVainInPrivilegedContainersAndOnWindows() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: app, securityContext: {privileged: true}}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app}]
        """);
  }

  @Test
  void readsMergedAndAliasedLists() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: a
              securityContext: &context
                capabilities: {drop: &drop [ALL]}
            - name: b
              securityContext: {<<: *context, readOnlyRootFilesystem: true}
            - name: c
              securityContext: {capabilities: {drop: *drop}}
        """);
  }
}
