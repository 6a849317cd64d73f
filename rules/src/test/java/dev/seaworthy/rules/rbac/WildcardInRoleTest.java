package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class WildcardInRoleTest {

  private final RuleTester rule = RuleTester.of(new WildcardInRole());

  @Test
  void everyListCounts() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [example.com]
            resources:
              - widgets
            verbs:
              - "*" #! cluster role 'operator' may do everything with widgets
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [example.com]
            resources:
              - "*" #! may get all resources of API group 'example.com'
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups:
              - "*" #! may get widgets of all API groups
            resources: [widgets]
            verbs: [get]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - nonResourceURLs:
              - "*" #! may get all paths of the API server
            verbs: [get]
        """);
  }

  @Test
  void everyRuleOfARoleCountsAndTheRoleIsReportedOnce() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - pods
            verbs:
              - get
          - apiGroups: [example.com]
            resources:
              - widgets
            verbs:
              - "*" #! may do everything with widgets
          - apiGroups: [example.com]
            resources:
              - gadgets
            verbs:
              - "*"
        """);
  }

  @Test
  void whatAnotherRuleSaysBetterIsLeftToIt() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - "*"
            verbs:
              - "*"
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - secrets
            verbs:
              - "*"
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [apps]
            resources:
              - "*"
            verbs:
              - "*"
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources:
              - roles
            verbs:
              - "*"
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - "*"
            verbs:
              - get
        """);
  }

  @Test
  void whereTheOtherIsSilentItIsNot() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [""]
            resources:
              - secrets
            verbs:
              - "*" #! role 'operator' may do everything with secrets
        """);
  }

  @Test
  void aStarInsideANameIsNoWildcardOfItsOwn() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [apps]
            resources:
              - "*/scale"
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - nonResourceURLs: ["/metrics/*"]
            verbs: [get]
        """);
  }

  @Test
  void longListsAreCut() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [example.com]
            resources:
              - a
              - b
              - c
              - d
              - e
            verbs:
              - "*" #! may do everything with a, b, c and 2 others
        """);
  }
}
