package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class WebhookConfigurationPermissionTest {

  private final RuleTester rule = RuleTester.of(new WebhookConfigurationPermission());

  @Test
  void writingCounts() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources:
              - mutatingwebhookconfigurations #! may patch mutatingwebhookconfigurations
            verbs:
              - get
              - patch
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources:
              - validatingwebhookconfigurations #! may delete validatingwebhookconfigurations
            verbs:
              - delete
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources:
              - "*" #! all resources of API group 'admissionregistration.k8s.io' (mutatingwebhookconfigurations among them), through
            verbs:
              - "*"
        """);
  }

  @Test
  void readingIsFine() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources:
              - mutatingwebhookconfigurations
              - validatingwebhookconfigurations
            verbs:
              - get
              - list
              - watch
        """);
  }

  @Test
  void namesAreALimit() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources:
              - mutatingwebhookconfigurations
            verbs:
              - update
              - patch
            resourceNames: [mine]
        """);
  }

  @Test
  void configurationsAreInNoNamespace() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources:
              - mutatingwebhookconfigurations
            verbs:
              - update
        """);
  }
}
