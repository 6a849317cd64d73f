package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class PodExecPermissionTest {

  private final RuleTester rule = RuleTester.of(new PodExecPermission());

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
              - pods/exec #! may create pods/exec
            verbs:
              - create
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["", apps]
            resources:
              - pods/exec #! may create pods/exec
            verbs:
              - create
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - pods/exec #! may
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
              - pods/exec #! may get pods/exec
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
              - "*/exec" #! may create pods/exec
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
              - pods/exec
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
              - pods/exec
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
              - pods/exec
            verbs:
              - create
        """);
  }
}
