package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class CsrApprovalPermissionTest {

  private final RuleTester rule = RuleTester.of(new CsrApprovalPermission());

  @Test
  void itTakesBothRules() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [certificates.k8s.io]
            resources:
              - certificatesigningrequests/approval #! may update certificatesigningrequests/approval, with which anybody signs in as
            verbs:
              - update
          - apiGroups: [certificates.k8s.io]
            resources:
              - signers
            verbs:
              - approve
        """);
  }

  @Test
  void eitherAloneDoesNothing() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [certificates.k8s.io]
            resources:
              - certificatesigningrequests/approval
            verbs:
              - update
              - patch
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [certificates.k8s.io]
            resources:
              - signers
            verbs:
              - approve
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [certificates.k8s.io]
            resources:
              - certificatesigningrequests/approval
            verbs:
              - update
          - apiGroups: [certificates.k8s.io]
            resources:
              - signers
            verbs:
              - sign
        """);
  }

  @Test
  void theSignerDecides() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [certificates.k8s.io]
            resources:
              - certificatesigningrequests/approval
            verbs:
              - update
          - apiGroups: [certificates.k8s.io]
            resources:
              - signers
            verbs:
              - approve
            resourceNames: [example.com/serving]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [certificates.k8s.io]
            resources:
              - certificatesigningrequests/approval
            verbs:
              - update
          - apiGroups: [certificates.k8s.io]
            resources:
              - signers
            verbs:
              - approve
            resourceNames: [kubernetes.io/kubelet-serving]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [certificates.k8s.io]
            resources:
              - certificatesigningrequests/approval #! may update
            verbs:
              - update
          - apiGroups: [certificates.k8s.io]
            resources:
              - signers
            verbs:
              - approve
            resourceNames: [kubernetes.io/kube-apiserver-client]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [certificates.k8s.io]
            resources:
              - certificatesigningrequests/approval #! may update
            verbs:
              - update
          - apiGroups: [certificates.k8s.io]
            resources:
              - signers
            verbs:
              - approve
            resourceNames: ["kubernetes.io/*"]
        """);
  }

  @Test
  void requestsAreInNoNamespace() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [certificates.k8s.io]
            resources:
              - certificatesigningrequests/approval
            verbs:
              - update
          - apiGroups: [certificates.k8s.io]
            resources:
              - signers
            verbs:
              - approve
        """);
  }
}
