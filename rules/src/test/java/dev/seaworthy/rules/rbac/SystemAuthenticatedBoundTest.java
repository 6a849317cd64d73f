package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SystemAuthenticatedBoundTest {

  private final RuleTester rule = RuleTester.of(new SystemAuthenticatedBound());

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
            name: "system:authenticated" #! cluster role 'view' is given to group 'system:authenticated': every user
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
            name: "system:authenticated" #! cluster role 'view' is given to group 'system:authenticated': every user
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
            name: "system:authenticated"
          - kind: User
            name: "system:authenticated"
          - kind: Group
            name: "system:authenticateds"
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
            name: "system:authenticated"
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
            name: "system:authenticated" #! cluster role 'view' is given to group 'system:authenticated': every user
        """);
  }

  @Test
  void rolesThatAreMeantForEverybodyAreFine() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: b}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: "system:service-account-issuer-discovery"
        subjects:
          - kind: Group
            name: "system:authenticated"
        """);
  }
}
