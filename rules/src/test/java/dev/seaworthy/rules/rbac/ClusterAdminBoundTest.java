package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ClusterAdminBoundTest {

  private final RuleTester rule = RuleTester.of(new ClusterAdminBound());

  @Test
  void theWholeClusterIsGiven() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: b}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster-admin #! cluster role 'cluster-admin' lets service account 'app' and group 'admins' do everything in the cluster
        subjects:
          - kind: ServiceAccount
            name: app
          - kind: Group
            name: admins
        """);
  }

  @Test
  void aNamespaceIsGiven() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b, namespace: shop}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster-admin #! do everything in namespace 'shop'
        subjects:
          - kind: ServiceAccount
            name: app
        """);
  }

  @Test
  void adminAndEditAreMadeForOneNamespace() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: b}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: edit #! run pods and read secrets in every namespace
        subjects:
          - kind: ServiceAccount
            name: app
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b, namespace: shop}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: admin
        subjects:
          - kind: ServiceAccount
            name: app
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
        """);
  }

  @Test
  void aRoleOfThatNameIsAnother() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b, namespace: shop}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: cluster-admin
        subjects:
          - kind: ServiceAccount
            name: app
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: b}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster_admin
        subjects:
          - kind: ServiceAccount
            name: app
        """);
  }

  @Test
  void withoutSubjectsNobodyGetsIt() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: nobody}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
        """);
  }

  @Test
  void theBuiltInBindingIsExemptByNameAndLabel() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: cluster-admin, labels: {kubernetes.io/bootstrapping: rbac-defaults}}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster-admin
        subjects:
          - kind: Group
            name: "system:masters"
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: cluster-admin}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster-admin #! do everything in the cluster
        subjects:
          - kind: ServiceAccount
            name: app
        """);
  }
}
