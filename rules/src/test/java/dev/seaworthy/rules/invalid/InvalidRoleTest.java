package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidRoleTest {

  private final RuleTester rule = RuleTester.of(new InvalidRole());

  @Test
  void flagsRulesOfRolesAboutNothing() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: x}
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
          - verbs: [get] #! the rule needs 'apiGroups' and 'resources'
          - resources: [pods] #! the rule needs 'apiGroups': "" is the core group
            verbs: [get]
          - apiGroups: [] #! the rule needs 'apiGroups': "" is the core group
            resources: [pods]
            verbs: [get]
          - apiGroups: [""] #! the rule needs 'resources'
            verbs: [get]
          - apiGroups: [""]
            resource: [pods]
            verbs: [get]
          - nonResourceURLs: [/metrics] #! a Role has no 'nonResourceURLs': only a ClusterRole does
            verbs: [get]
        """);
  }

  @Test
  void flagsRulesOfClusterRolesAboutResourcesAndPathsAtOnce() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: x}
        rules:
          - nonResourceURLs: [/metrics]
            verbs: [get]
          - nonResourceURLs: [/metrics] #! a rule has 'nonResourceURLs' or 'apiGroups', not both: write two rules
            apiGroups: [""]
            verbs: [get]
          - verbs: [get] #! the rule needs 'apiGroups' and 'resources', or 'nonResourceURLs'
        """);
  }

  @Test
  void flagsAnAggregationOfNothing() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: x}
        aggregationRule: {} #! 'aggregationRule' needs at least one of 'clusterRoleSelectors'
        """);
  }

  @Test
  void leavesRolesOfOthersAlone() {
    rule.check(
        """
        apiVersion: example.com/v1
        kind: Role
        metadata: {name: x}
        rules: [{}]
        """);
  }
}
