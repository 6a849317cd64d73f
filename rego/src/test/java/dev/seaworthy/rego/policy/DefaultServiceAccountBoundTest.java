package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class DefaultServiceAccountBoundTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("default-service-account-bound"));

  @Test
  void flagsEachDefaultAccountAmongTheSubjects() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: deployers, namespace: shop}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer}
        subjects:
          - {kind: ServiceAccount, name: web, namespace: shop}
          - kind: ServiceAccount
            name: default #! role 'deployer' is given to service account 'default', which pods of namespace 'shop' run as
            namespace: shop
        ---
        apiVersion: rbac.authorization.k8s.io/v1beta1
        kind: ClusterRoleBinding
        metadata: {name: admins}
        subjects:
          - {kind: ServiceAccount, name: default} #! a role is given to service account 'default', which pods of its namespace
        """);
  }

  @Test
  void isSilentAboutOtherSubjectsAndOtherKinds() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: people}
        roleRef: {kind: ClusterRole, name: view}
        subjects:
          - {kind: User, name: default}
          - {kind: Group, name: "system:serviceaccounts:shop"}
          - ServiceAccount
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: nobody}
        subjects: {kind: ServiceAccount, name: default}
        ---
        apiVersion: example.com/v1
        kind: RoleBinding
        metadata: {name: other-group}
        subjects: [{kind: ServiceAccount, name: default}]
        """);
  }
}
