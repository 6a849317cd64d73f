package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidSchedulingTest {

  private final RuleTester rule = RuleTester.of(new InvalidScheduling());

  private RuleTester on(int minor) {
    return rule.on(ClusterProfile.of(new KubernetesVersion(1, minor)));
  }

  @Test
  void flagsTolerationsWhoseFieldsDoNotFit() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          tolerations:
            - {effect: NoSchedule} #! a toleration without a 'key' needs 'operator' 'Exists'
            - {key: a, operator: Exists, value: b} #! a toleration with 'operator' 'Exists' has no 'value'
            - {key: a, effect: NoSchedule, tolerationSeconds: 5} #! 'tolerationSeconds' is for 'effect' 'NoExecute'
            - {key: a, tolerationSeconds: 5} #! 'tolerationSeconds' is for 'effect' 'NoExecute'
            - {key: a, operator: Gt, value: x} #! 'operator' 'Gt' compares with a whole number
            - {key: a, operator: Lt, value: "5"}
            - {operator: Exists}
            - {key: a, operator: Exists, value: ""}
            - {key: a, effect: NoExecute, tolerationSeconds: 5}
            - {operator: "${OPERATOR}", value: a}
          containers: [{name: app}]
        """);
  }

  @Test
  void flagsSelectorsOfNodesWithoutWhatTheirOperatorNeeds() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - {key: a, operator: In} #! operator 'In' needs 'values'
                      - {key: a, operator: Exists, values: [a]} #! operator 'Exists' takes no 'values'
                      - {key: a, operator: Gt, values: ["1", "2"]} #! operator 'Gt' needs one of 'values'
                      - {key: a, operator: Lt, values: ["1"]}
                      - {key: a, operator: DoesNotExist}
                  - matchFields:
                      - {key: metadata.name, operator: In, values: [a, b]} #! a field of nodes is compared with one of 'values'
                      - {key: metadata.name, operator: Exists} #! fields of nodes are selected by 'In' and 'NotIn' only
                      - {key: spec.name, operator: In, values: [a]} #! nodes are selected by the field 'metadata.name' only
                      - {key: metadata.name, operator: NotIn, values: [a]}
              preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 1
                  preference: {matchExpressions: [{key: a, operator: NotIn}]} #! operator 'NotIn' needs 'values'
          containers: [{name: app}]
        """);
  }

  @Test
  void onlyNewServersLookAtTheValuesOfNodes() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - {key: a, operator: In, values: [a b]} #! value of a label 'a b' is refused
              preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 1
                  preference: {matchExpressions: [{key: a, operator: In, values: [a b]}]}
          containers: [{name: app}]
        """;
    rule.check(yaml);
    on(32).check(yaml.replaceAll("#!.*", ""));
  }

  @Test
  void flagsSelectorsOfPodsThatNoLabelMeets() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          affinity:
            podAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                - topologyKey: a
                  labelSelector:
                    matchLabels:
                      app: a b #! value of a label 'a b' is refused
                      a b: c #! key of a label 'a b' is refused
            podAntiAffinity:
              preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 1
                  podAffinityTerm:
                    topologyKey: a
                    matchLabelKeys: [a] #! 'matchLabelKeys' need a 'labelSelector' to add to
                    namespaceSelector:
                      matchExpressions: [{key: a, operator: Exists, values: [a]}] #! operator 'Exists' takes no 'values'
          containers: [{name: app}]
        """);
  }

  @Test
  void flagsConstraintsThatComeTwice() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          schedulingGates:
            - name: a
            - name: a #! two scheduling gates have the name 'a'
          topologySpreadConstraints:
            - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, minDomains: 2}
            - {maxSkew: 2, topologyKey: zone, whenUnsatisfiable: DoNotSchedule} #! two constraints have 'topologyKey' 'zone' and 'whenUnsatisfiable' 'DoNotSchedule'
            - maxSkew: 1
              topologyKey: zone
              whenUnsatisfiable: ScheduleAnyway
              minDomains: 2 #! 'minDomains' is for 'whenUnsatisfiable' 'DoNotSchedule'
              labelSelector: {matchExpressions: [{key: a, operator: In}]} #! operator 'In' needs 'values'
          containers: [{name: app}]
        """);
  }
}
