package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ManageAllResourcesTest {

  private final RuleTester rule = RuleTester.of(new ManageAllResources());

  @Test
  void everyRuleOfARoleCounts() {
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
          - apiGroups: ["*"]
            resources:
              - "*" #! cluster role 'operator' may do everything with all resources wherever it is bound
            verbs:
              - "*"
        """);
  }

  @Test
  void aVerbThatWritesIsEnough() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - "*" #! may get and delete all resources
            verbs:
              - get
              - delete
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["", apps]
            resources:
              - pods
              - "*" #! may create all resources of the core API group and API group 'apps'
            verbs:
              - create
        """);
  }

  @Test
  void readingIsAnothersToReport() {
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
              - get
              - list
              - watch
        """);
  }

  @Test
  void aGroupOfItsOwnIsNotEverything() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [example.com]
            resources:
              - "*"
            verbs:
              - "*"
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
          - apiGroups: ["*"]
            resources:
              - "*"
            verbs:
              - update
            resourceNames: [mine]
        """);
  }

  @Test
  void rolesOfANamespaceCountAsWell() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: ["*"]
            resources:
              - "*" #! role 'operator' may do everything with all resources in namespace 'shop'
            verbs:
              - "*"
        """);
  }

  @Test
  void aSelectorWithoutAConditionTakesInAllRoles() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: everything}
        aggregationRule:
          clusterRoleSelectors:
            - matchLabels: {monitoring: "yes"}
            - {} #! takes in the rules of all cluster roles, 'cluster-admin' among them
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: monitoring}
        aggregationRule:
          clusterRoleSelectors:
            - matchExpressions: [{key: monitoring, operator: Exists}]
        """);
  }
}
