package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class CreateWorkloadsPermissionTest {

  private final RuleTester rule = RuleTester.of(new CreateWorkloadsPermission());

  @Test
  void everyKindThatRunsPodsCounts() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [batch]
            resources:
              - cronjobs #! may create cronjobs
            verbs:
              - create
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [apps]
            resources:
              - controllerrevisions
              - statefulsets #! may create and patch daemonsets and statefulsets
              - daemonsets
            verbs:
              - create
              - patch
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - replicationcontrollers #! may update replicationcontrollers
            verbs:
              - update
        """);
  }

  @Test
  void eachGroupHasItsKinds() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - deployments
              - jobs
            verbs:
              - create
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [apps]
            resources:
              - pods
            verbs:
              - create
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [batch]
            resources:
              - cronjob
            verbs:
              - create
        """);
  }

  @Test
  void deletingAndScalingRunNothing() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["", apps]
            resources:
              - pods
              - deployments
            verbs:
              - get
              - list
              - delete
              - deletecollection
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [apps]
            resources:
              - deployments/scale
              - deployments/status
            verbs:
              - update
              - patch
        """);
  }

  @Test
  void namesDoNotLetAnythingBeCreated() {
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
              - create
            resourceNames: [web]
        """);
  }

  @Test
  void whatHoldsInOneNamespaceStaysThere() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [""]
            resources:
              - pods
            verbs:
              - create
        """);
  }

  @Test
  void wildcardsCount() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [apps]
            resources:
              - "*" #! may create, update and patch all resources of API group 'apps' (daemonsets among them) wherever
            verbs:
              - "*"
        """);
  }
}
