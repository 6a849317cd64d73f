package dev.seaworthy.rules.rbac;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class NetworkObjectWritePermissionTest {

  private final RuleTester rule = RuleTester.of(new NetworkObjectWritePermission());

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
              - services #! may create services
            verbs:
              - create
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [discovery.k8s.io]
            resources:
              - endpointslices #! may update endpointslices
            verbs:
              - update
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [""]
            resources:
              - services/status #! may patch services/status
            verbs:
              - patch
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [networking.k8s.io]
            resources:
              - ingresses #! may create ingresses
            verbs:
              - create
        """);
  }

  @Test
  void deletingAPolicyOpensTheNetwork() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [networking.k8s.io]
            resources:
              - networkpolicies #! may delete networkpolicies
            verbs:
              - delete
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: ["", networking.k8s.io]
            resources:
              - services
              - ingresses
            verbs:
              - delete
        """);
  }

  @Test
  void theStatusOfIngressesIsTheirControllersOwn() {
    rule.check(
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules:
          - apiGroups: [networking.k8s.io]
            resources:
              - ingresses/status
            verbs:
              - update
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
              - services
              - endpoints
            verbs:
              - create
        """);
  }
}
