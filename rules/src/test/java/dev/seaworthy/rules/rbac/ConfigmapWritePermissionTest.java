package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ConfigmapWritePermissionTest {

  private final RuleTester rule = RuleTester.of(new ConfigmapWritePermission());

  @Test
  void writingCounts() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - secrets
              - configmaps #! may create, update and patch configmaps wherever it is bound
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
  void readingAndDeletingAreFine() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - configmaps
            verbs:
              - get
              - list
              - watch
              - delete
        """);
  }

  @Test
  void namesAreALimitUnlessTheySayWhoIsAnAdministrator() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - configmaps
            verbs:
              - update
            resourceNames: [leader]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: kube-system}
        rules:
          - apiGroups: [""]
            resources:
              - configmaps #! may update configmaps 'aws-auth'
            verbs:
              - get
              - update
            resourceNames: [leader, aws-auth]
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
              - configmaps
            verbs:
              - create
              - update
        """);
  }
}
