package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidPriorityClassTest {

  private final RuleTester rule = RuleTester.of(new InvalidPriorityClass());

  @Test
  void flagsValuesOfTheCluster() {
    rule.check(
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: high}
        value: 1000000001 #! 'value' 1000000001 is over 1000000000
        """);
  }

  @Test
  void flagsNamesOfTheCluster() {
    rule.check(
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: system-high} #! 'system-' starts the names of the cluster's own priority classes only
        value: 1
        """);
  }

  @Test
  void flagsAnotherValueOfTheClustersOwn() {
    rule.check(
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: system-node-critical}
        value: 1 #! 'system-node-critical' has the value 2000001000
        """);
  }

  @Test
  void takesTheClustersOwn() {
    rule.check(
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: system-node-critical}
        value: 2000001000
        """);
  }
}
