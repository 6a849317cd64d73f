package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidResourceQuotaTest {

  private final RuleTester rule = RuleTester.of(new InvalidResourceQuota());

  @Test
  void flagsResourcesThatHaveNoQuota() {
    rule.check(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: x}
        spec:
          hard:
            pods: "10"
            secrets: 1500m #! '1500m' of 'secrets' is no whole number
            services: -1 #! '-1' of 'services' is less than nothing
            count/deployments.apps: 2.5 #! '2.5' of 'count/deployments.apps' is no whole number
            deployments: 3 #! a quota knows no resource 'deployments': objects are counted as 'count/deployments'
            request.cpu: 1 #! a quota knows no resource 'request.cpu'; did you mean 'requests.cpu'?
            requests.nvidia.com/gpu: 4
            requests.cpu: 1500m
            gold.storageclass.storage.k8s.io/requests.storage: 1Gi
            hugepages-2Mi: 2Mi
            "example.com/": 1 #! resource 'example.com/' is refused: nothing follows the '/'
        """);
  }

  @Test
  void flagsScopesThatExcludeEachOther() {
    rule.check(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: x}
        spec:
          hard: {pods: 1}
          scopes:
            - BestEffort
            - NotBestEffort #! scope 'NotBestEffort' excludes 'BestEffort'
            - NotTerminating
        """);
  }

  @Test
  void flagsScopesOfOtherResources() {
    rule.check(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: x}
        spec:
          hard: {cpu: 1, services: 1}
          scopes:
            - BestEffort #! scope 'BestEffort' is not for 'cpu'
            - Terminating #! scope 'Terminating' is not for 'services'
        """);
  }

  @Test
  void flagsSelectorsOfScopes() {
    rule.check(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: x}
        spec:
          hard: {pods: 1}
          scopeSelector:
            matchExpressions:
              - {scopeName: PriorityClass, operator: In} #! operator 'In' needs 'values'
              - {scopeName: PriorityClass, operator: In, values: [high]}
              - {scopeName: PriorityClass, operator: Exists, values: [high]} #! operator 'Exists' takes no 'values'
              - {scopeName: Terminating, operator: In, values: [x]} #! scope 'Terminating' takes the operator 'Exists' alone
        """);
  }
}
