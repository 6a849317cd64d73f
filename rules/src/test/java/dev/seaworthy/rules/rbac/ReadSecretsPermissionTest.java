package dev.seaworthy.rules.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.testing.RuleTester;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadSecretsPermissionTest {

  private final RuleTester rule = RuleTester.of(new ReadSecretsPermission());

  @Test
  void readingIsToGetToListOrToWatch() {
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
              - secrets #! cluster role 'operator' may get secrets wherever it is bound
            verbs:
              - create
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - pods
              - secrets #! cluster role 'operator' may list secrets wherever it is bound
            verbs:
              - create
              - list
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - pods
              - secrets #! cluster role 'operator' may watch secrets wherever it is bound
            verbs:
              - create
              - watch
        """);
  }

  @Test
  void everyRuleOfARoleCounts() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [apps]
            resources:
              - deployments
            verbs:
              - get
          - apiGroups: ["", apps]
            resources:
              - secrets #! may list secrets
            verbs:
              - list
        """);
  }

  @Test
  void wildcardsGiveSecretsToo() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - "*" #! may get, list and watch all resources (secrets among them) wherever it is bound
            verbs:
              - get
              - list
              - watch
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - secrets #! may get, list and watch secrets
            verbs:
              - "*"
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - secrets #! may get secrets
            verbs:
              - get
        """);
  }

  @Test
  void otherVerbsGroupsAndResourcesGiveNothing() {
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
            verbs:
              - create
              - update
              - delete
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [example.com]
            resources:
              - secrets
              - "*"
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - secret
              - secrets/status
              - "*/secrets"
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - resources: [secrets]
            verbs: [get]
        """);
  }

  @Test
  void namedSecretsAreNotAll() {
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
            verbs:
              - get
              - list
              - watch
            resourceNames: [ca]
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
              - secrets
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - secrets
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

  @Test
  void oneClusterRoleBindingIsEnough() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - secrets #! may get secrets in every namespace
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
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: b}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: operator
        subjects:
          - kind: ServiceAccount
            name: app
        """);
  }

  @Test
  void bindingsToARoleOfTheSameNameDoNotCount() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - secrets #! wherever it is bound
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b, namespace: shop}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: operator
        subjects:
          - kind: ServiceAccount
            name: app
        """);
  }

  @Test
  void aRoleIsReportedOnce() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - secrets #! may get secrets wherever
            verbs:
              - get
          - apiGroups: [""]
            resources:
              - secrets
            verbs:
              - list
              - watch
        """);
  }

  @Test
  void whatTheControlPlaneReplacesDoesNotCount() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: monitoring}
        aggregationRule:
          clusterRoleSelectors:
            - matchLabels: {monitoring: "yes"}
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get]
        """);
  }

  @Test
  void builtInRolesAreExemptByNameAndLabel() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: "system:controller:x", labels: {kubernetes.io/bootstrapping: rbac-defaults}}
        rules:
          - apiGroups: [""]
            resources:
              - secrets
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: "system:mine"}
        rules:
          - apiGroups: [""]
            resources:
              - secrets #! may get secrets
            verbs:
              - get
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: mine, labels: {kubernetes.io/bootstrapping: rbac-defaults}}
        rules:
          - apiGroups: [""]
            resources:
              - secrets #! may get secrets
            verbs:
              - get
        """);
  }

  @Test
  void allResourcesAreAnothersToReport() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["*"]
            resources:
              - "*"
            verbs:
              - "*"
        """);
  }

  @Test
  void emptyRolesHaveNothingToReport() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: nothing}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: nothing}
        rules: [7, null, {verbs: get, apiGroups: [], resources: secrets}]
        ---
        apiVersion: example.com/v1
        kind: ClusterRole
        metadata: {name: other}
        rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
        """);
  }

  @Test
  void theOtherRulesOfTheRoleAreRelatedPlaces() {
    Finding finding =
        rule.findings(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: operator}
                rules:
                  - {apiGroups: [""], resources: [secrets], verbs: [get]}
                  - {apiGroups: ["*"], resources: ["*"], verbs: [list]}
                """)
            .get(0);
    assertThat(finding.related())
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.message())
                  .isEqualTo("and here list all resources (secrets among them)");
              assertThat(place.location().span().start().line()).isEqualTo(6);
            });
  }

  @Test
  void rolesOfNamespacesCanBeReportedToo() {
    RuleTester.of(
            new ReadSecretsPermission()
                .withParameters(Map.of("namespacedRoles", new ParameterValue.Flag(true))))
        .check(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: operator, namespace: shop}
            rules:
              - apiGroups: [""]
                resources: [secrets] #! role 'operator' may get secrets in namespace 'shop'
                verbs: [get]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: reader}
            rules:
              - apiGroups: [""]
                resources: [secrets] #! 'reader' may get secrets in the namespaces of its bindings
                verbs: [get]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: readers, namespace: shop}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
            """);
  }
}
