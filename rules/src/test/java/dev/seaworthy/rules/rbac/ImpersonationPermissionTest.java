package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ImpersonationPermissionTest {

  private final RuleTester rule = RuleTester.of(new ImpersonationPermission());

  @Test
  void theVerbIsTooMuch() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - users
              - groups
            verbs:
              - get
              - impersonate #! cluster role 'operator' may impersonate users and groups
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - serviceaccounts
            verbs:
              - "*" #! may impersonate serviceaccounts
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - "*"
            verbs:
              - impersonate #! all resources (serviceaccounts among them)
        """);
  }

  @Test
  void inOneNamespaceOnlyAccountsCanBeMeant() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [""]
            resources:
              - users
              - groups
            verbs:
              - impersonate
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [""]
            resources:
              - serviceaccounts
            verbs:
              - impersonate #! role 'operator' may impersonate serviceaccounts in namespace 'shop'
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
          - apiGroups: [""]
            resources:
              - users
            verbs:
              - impersonate
            resourceNames: [jane]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - groups
            verbs:
              - impersonate #! may impersonate groups 'system:masters'
            resourceNames: [developers, "system:masters"]
        """);
  }

  @Test
  void otherVerbsAreFine() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - serviceaccounts
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
}
