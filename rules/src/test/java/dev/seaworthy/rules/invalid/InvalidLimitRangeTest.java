package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidLimitRangeTest {

  private final RuleTester rule = RuleTester.of(new InvalidLimitRange());

  @Test
  void flagsBoundsThatExcludeEachOther() {
    rule.check(
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: x}
        spec:
          limits:
            - type: Container
              min: {cpu: 200m, memory: 1Gi} #! 'min' '200m' of 'cpu' is over 'defaultRequest' '100m'
              max: {cpu: 1, memory: 1Gi}
              default: {cpu: 2} #! 'default' '2' of 'cpu' is over 'max' '1'
              defaultRequest: {cpu: 100m, memory: 1Gi}
              maxLimitRequestRatio: {cpu: 500m, memory: 1} #! the ratio of 'cpu' is 500m, below 1
            - type: Pod
              min: {memory: 2Gi} #! 'min' '2Gi' of 'memory' is over 'max' '1Gi'
              max: {memory: 1Gi}
              default: {memory: 1Gi} #! a limit of type 'Pod' has no 'default'
        """);
  }

  @Test
  void flagsTypesAndResourcesThatAreNone() {
    rule.check(
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: x}
        spec:
          limits:
            - type: container #! 'container' is no type of a limit; did you mean 'Container'?
              max: {cpu: 1}
            - type: Container
              max: {memry: 1Gi, example.com/gpu: 1, hugepages-2Mi: 2Mi} #! 'memry' is no resource of containers; did you mean 'memory'?
            - type: Container #! two limits have the type 'Container'
              max: {storage: 1Gi} #! 'storage' is no resource of containers
            - type: PersistentVolumeClaim #! a limit of type 'PersistentVolumeClaim' needs 'storage' in 'min' or 'max'
              default: {storage: 1Gi}
            - type: openshift.io/Image
              max: {storage: 1Gi}
        """);
  }
}
