package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class NamespaceWithoutPodSecurityLabelTest {

  private final RuleTester rule =
      RuleTester.of(BundledRule.named("namespace-without-pod-security-label"));

  @Test
  void flagsNamespacesThatLimitNothing() {
    rule.check(
        """
        apiVersion: v1
        kind: Namespace
        metadata: #! namespace 'shop' has no label 'pod-security.kubernetes.io/enforce': unless the cluster has a default
          name: shop
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: builds
          labels:
            pod-security.kubernetes.io/warn: restricted
            pod-security.kubernetes.io/enforce: privileged #! namespace 'builds' has the label 'pod-security.kubernetes.io/enforce' with 'privileged': its pods
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: labelled
          labels: {team: shop} #! namespace 'labelled' has no label
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: unset
          labels:
            pod-security.kubernetes.io/enforce: #! namespace 'unset' has no label
        ---
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: Namespace
            metadata: {labels: } #! namespace has no label
        """);
  }

  @Test
  void isSilentAboutOthers() {
    rule.check(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: tools, labels: {pod-security.kubernetes.io/enforce: baseline}}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: misspelt, labels: {pod-security.kubernetes.io/enforce: retricted}}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: boolean, labels: {pod-security.kubernetes.io/enforce: false}}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: kube-system}
        ---
        apiVersion: example.com/v1
        kind: Namespace
        metadata: {name: other-group}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: other-kind}
        """);
  }
}
