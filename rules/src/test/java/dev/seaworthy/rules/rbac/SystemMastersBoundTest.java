package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SystemMastersBoundTest {

  private final RuleTester rule = RuleTester.of(new SystemMastersBound());

  @Test
  void bindingsOfBothKindsCount() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b, namespace: shop}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: ServiceAccount
            name: app
          - kind: Group
            name: "system:masters" #! cluster role 'view' is given to group 'system:masters', which may do everything without it
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: b}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: ServiceAccount
            name: app
          - kind: Group
            name: "system:masters" #! cluster role 'view' is given to group 'system:masters', which may do everything without it
        """);
  }

  @Test
  void othersOfThatNameAreNotMeant() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: b}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: ServiceAccount
            name: "system:masters"
          - kind: User
            name: "system:masters"
          - kind: Group
            name: "system:masterss"
        """);
  }

  @Test
  void builtInBindingsAreExemptByNameAndLabel() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: "system:x", labels: {kubernetes.io/bootstrapping: rbac-defaults}}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: Group
            name: "system:masters"
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: "system:x"}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: Group
            name: "system:masters" #! cluster role 'view' is given to group 'system:masters', which may do everything without it
        """);
  }
}
