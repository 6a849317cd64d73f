package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidLabelSelectorTest {

  private final RuleTester rule = RuleTester.of(new InvalidLabelSelector());

  @Test
  void flagsKeysAndValuesThatNoLabelHas() {
    rule.check(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: x}
        spec:
          minAvailable: 1
          selector:
            matchLabels:
              app: a b #! value of a label 'a b' is refused: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends
              a b: app #! key of a label 'a b' is refused: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends
              tier: "${TIER}"
              app.kubernetes.io/name: web
            matchExpressions:
              - {key: '', operator: Exists} #! the 'key' of an expression is empty
              - key: a
                operator: In
                values: [b, -c] #! value of a label '-c' is refused: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends
        """);
  }

  @Test
  void flagsExpressionsWithoutValuesOrWithTooMany() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: x}
        spec:
          podSelector:
            matchExpressions:
              - {key: a, operator: In} #! operator 'In' needs 'values'
              - {key: a, operator: NotIn, values: []} #! operator 'NotIn' needs 'values'
              - {key: a, operator: In, value: [b]}
              - key: a
                operator: Exists
                values: [b] #! operator 'Exists' takes no 'values'
              - {key: a, operator: DoesNotExist, values: []}
          ingress:
            - from:
                - namespaceSelector:
                    matchExpressions:
                      - {key: a, operator: In, values: [b]}
                      - {key: a, operator: In} #! operator 'In' needs 'values'
          egress:
            - to:
                - podSelector: {matchLabels: {a: -}} #! value of a label '-' is refused: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends
        """);
  }

  @Test
  void flagsSelectorsOfRoles() {
    rule.check(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: x}
        aggregationRule:
          clusterRoleSelectors:
            - matchLabels: {a: b}
            - matchExpressions: [{key: a, operator: NotIn}] #! operator 'NotIn' needs 'values'
        """);
  }
}
