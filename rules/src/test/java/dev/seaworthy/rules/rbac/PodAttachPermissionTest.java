package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class PodAttachPermissionTest {

  private final RuleTester rule = RuleTester.of(new PodAttachPermission());

  @Test
  void anyGroupThatIncludesTheCoreOneCounts() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - pods/attach #! may create pods/attach
            verbs:
              - create
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["", apps]
            resources:
              - pods/attach #! may create pods/attach
            verbs:
              - create
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - pods/attach #! may
            verbs:
              - "*"
        """);
  }

  @Test
  void gettingIsEnoughForWebSockets() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - pods/attach #! may get pods/attach
            verbs:
              - get
        """);
  }

  @Test
  void aSubresourceOfAllResourcesCounts() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - "*/attach" #! may create pods/attach
            verbs:
              - create
        """);
  }

  @Test
  void podsAreNotTheirSubresources() {
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
              - pods/log
              - "pods/*"
            verbs:
              - get
              - create
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - pods/attach
            verbs:
              - list
              - delete
        """);
  }

  @Test
  void namedPodsAreNotAll() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - pods/attach
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
              - pods/attach
            verbs:
              - create
        """);
  }

  @Test
  void newContainersInPodsAreAttachedToo() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - pods/ephemeralcontainers #! may patch pods/ephemeralcontainers
            verbs:
              - patch
        """);
  }
}
