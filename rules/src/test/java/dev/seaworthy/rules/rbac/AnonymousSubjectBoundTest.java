package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class AnonymousSubjectBoundTest {

  private final RuleTester rule = RuleTester.of(new AnonymousSubjectBound());

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
          - kind: User
            name: "system:anonymous" #! cluster role 'view' is given to 'system:anonymous', which is whoever reaches the API server
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
          - kind: User
            name: "system:anonymous" #! cluster role 'view' is given to 'system:anonymous', which is whoever reaches the API server
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
            name: "system:anonymous"
          - kind: Group
            name: "system:anonymous"
          - kind: User
            name: "system:anonymouss"
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
          - kind: User
            name: "system:anonymous"
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: "system:x"}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: User
            name: "system:anonymous" #! cluster role 'view' is given to 'system:anonymous', which is whoever reaches the API server
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
          - kind: User
            name: "system:anonymous"
        """);
  }

  @Test
  void theGroupOfThoseWhoDidNotSignInCounts() {
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
          - kind: Group
            name: "system:unauthenticated" #! cluster role 'view' is given to 'system:unauthenticated'
        """);
  }
}
