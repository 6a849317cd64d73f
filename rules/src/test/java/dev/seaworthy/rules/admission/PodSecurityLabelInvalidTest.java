package dev.seaworthy.rules.admission;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class PodSecurityLabelInvalidTest {

  private final RuleTester rule = RuleTester.of(new PodSecurityLabelInvalid());

  @Test
  void saysWhatTheApiServerMakesOfALevelThatIsNone() {
    rule.check(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: prod
          labels:
            #! 'restrited' is no level of Pod Security: the API server refuses a new namespace with
            pod-security.kubernetes.io/enforce: restrited
            #! already does not warn; did you mean 'baseline'?
            pod-security.kubernetes.io/warn: Baseline
            #! already does not audit
            pod-security.kubernetes.io/audit: ''
        """);
  }

  @Test
  void saysWhatTheApiServerMakesOfAVersionThatIsNone() {
    rule.check(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: prod
          labels:
            pod-security.kubernetes.io/enforce: baseline
            #! has it already judges as 'latest'; did you mean 'v1.24'?
            pod-security.kubernetes.io/enforce-version: '1.24'
            pod-security.kubernetes.io/warn-version: v1.24.1 #! 'v1.24.1' is no version
            pod-security.kubernetes.io/audit-version: 1.30 #! is no version of Pod Security
        """);
  }

  @Test
  void knowsLabelsThatDoNotExist() {
    rule.check(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: prod
          labels:
            #! has no effect; did you mean 'pod-security.kubernetes.io/enforce'?
            pod-security.kubernetes.io/enforced: baseline
            app.kubernetes.io/name: prod
        """);
  }

  @Test
  void leavesValidLabelsAndOtherKindsAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: prod
          labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/enforce-version: v1.34
            pod-security.kubernetes.io/warn: privileged
            pod-security.kubernetes.io/audit: baseline
            pod-security.kubernetes.io/audit-version: latest
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {labels: {pod-security.kubernetes.io/enforce: nothing}}
        """);
  }
}
