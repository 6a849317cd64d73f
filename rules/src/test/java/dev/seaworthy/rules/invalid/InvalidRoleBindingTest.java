package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidRoleBindingTest {

  private final RuleTester rule = RuleTester.of(new InvalidRoleBinding());

  @Test
  void flagsSubjectsOfAnotherKind() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: x}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        subjects:
          - {kind: ServiceAccount, name: app, namespace: prod}
          - {kind: ServiceAccount, name: app} #! service account 'app' needs its 'namespace'
          - {kind: ServiceAccount, name: app, namspace: prod}
          - {kind: ServiceAccount, name: app, namespace: prod, apiGroup: rbac.authorization.k8s.io} #! a ServiceAccount has no 'apiGroup': remove 'rbac.authorization.k8s.io'
          - {kind: ServiceAccount, name: "system:app", namespace: prod} #! name of a service account 'system:app' is refused: lower-case letters, digits, '-' and '.' are allowed, with a letter or digit at both ends of each part
          - {kind: User, name: "jane@example.com"}
          - {kind: User, name: jane, apiGroup: rbac.authorization.k8s.io/v1} #! the 'apiGroup' of a User is 'rbac.authorization.k8s.io', not 'rbac.authorization.k8s.io/v1'
          - {kind: Group, name: devs, apiGroup: apps} #! the 'apiGroup' of a Group is 'rbac.authorization.k8s.io', not 'apps'
          - {kind: Group, name: devs, apiGroup: "${GROUP}"}
        """);
  }

  @Test
  void flagsRolesThatCannotBeBoundSo() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: x}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role #! a ClusterRoleBinding binds no Role: write a ClusterRole, or a RoleBinding
          name: a/b #! name of a role 'a/b' is refused: it must not be '.' or '..', nor hold '/' or '%'
        subjects: []
        """);
  }

  @Test
  void takesAServiceAccountOfTheNamespaceInARoleBinding() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: x}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: "system:view"}
        subjects: [{kind: ServiceAccount, name: app}]
        """);
  }
}
