package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class BindEscalatePermissionTest {

  private final RuleTester rule = RuleTester.of(new BindEscalatePermission());

  @Test
  void theVerbIsTooMuch() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - clusterroles
            verbs:
              - get
              - escalate #! may escalate clusterroles
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - roles
            verbs:
              - bind #! may bind roles
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - clusterroles
            verbs:
              - "*" #! may bind and escalate clusterroles
        """);
  }

  @Test
  void bindIsAboutTheRoleAndNotTheBinding() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - rolebindings
              - clusterrolebindings
            verbs:
              - bind
              - create
        """);
  }

  @Test
  void writingRolesIsLimitedByTheApiServer() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - roles
              - rolebindings
              - clusterroles
              - clusterrolebindings
            verbs:
              - get
              - list
              - watch
              - create
              - update
              - patch
              - delete
        """);
  }

  @Test
  void namesAreALimitUnlessTheyAreEverything() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - clusterroles
            verbs:
              - bind
            resourceNames: [view]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - clusterroles
            verbs:
              - bind #! may bind clusterroles 'cluster-admin'
            resourceNames: [view, cluster-admin]
        """);
  }

  @Test
  void inOneNamespaceClusterRolesCannotBeChanged() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - clusterroles
            verbs:
              - escalate
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - roles
            verbs:
              - escalate #! may escalate roles in namespace 'shop'
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - clusterroles
            verbs:
              - bind #! may bind clusterroles in namespace 'shop'
        """);
  }
}
