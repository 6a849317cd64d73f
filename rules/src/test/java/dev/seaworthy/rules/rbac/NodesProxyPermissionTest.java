package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class NodesProxyPermissionTest {

  private final RuleTester rule = RuleTester.of(new NodesProxyPermission());

  @Test
  void gettingIsEnough() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - nodes
              - nodes/metrics
              - nodes/proxy #! may get nodes/proxy, which runs commands in every pod of a node
            verbs:
              - get
              - list
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - "*/proxy" #! may create nodes/proxy
            verbs:
              - create
        """);
  }

  @Test
  void otherSubresourcesAreFine() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - nodes
              - nodes/metrics
              - nodes/stats
            verbs:
              - get
              - "*"
        """);
  }

  @Test
  void nodesAreInNoNamespace() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: operator, namespace: shop}
        rules:
          - apiGroups: [""]
            resources:
              - nodes/proxy
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - nodes/proxy
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b, namespace: shop}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: operator
        subjects:
          - kind: ServiceAccount
            name: app
        """);
  }
}
