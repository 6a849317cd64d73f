package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidUpdateStrategyTest {

  private final RuleTester rule = RuleTester.of(new InvalidUpdateStrategy());

  @Test
  void flagsSettingsOfAnotherStrategy() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: x}
        spec:
          minReadySeconds: 60
          progressDeadlineSeconds: 30 #! 'progressDeadlineSeconds' 30 is not over 'minReadySeconds' 60
          strategy:
            type: Recreate
            rollingUpdate: {maxSurge: 1} #! the strategy 'Recreate' has no 'rollingUpdate'
        """);
  }

  @Test
  void flagsAnUpdateThatCannotStart() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: x}
        spec:
          strategy:
            rollingUpdate:
              maxSurge: 0
              maxUnavailable: 0% #! 'maxUnavailable' and 'maxSurge' are both 0, so no pod can be updated
        """);
  }

  @Test
  void flagsMoreThanAllPods() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: x}
        spec:
          strategy:
            rollingUpdate:
              maxSurge: 200%
              maxUnavailable: 101% #! 'maxUnavailable' '101%' is over 100%
        """);
  }

  @Test
  void flagsAStatefulSetThatIsUpdatedByHand() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: x}
        spec:
          updateStrategy:
            type: OnDelete
            rollingUpdate: {partition: 1} #! the strategy 'OnDelete' has no 'rollingUpdate'
        """);
  }

  @Test
  void flagsADaemonSetWithMoreAndFewerPods() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: x}
        spec:
          updateStrategy:
            rollingUpdate:
              maxSurge: 1 #! a DaemonSet takes 'maxSurge' or 'maxUnavailable', not both
              maxUnavailable: 1
        """);
  }

  @Test
  void flagsADaemonSetThatCannotStart() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: x}
        spec:
          updateStrategy:
            rollingUpdate:
              maxUnavailable: 0 #! 'maxUnavailable' and 'maxSurge' are both 0, so no pod can be updated
        """);
  }

  @Test
  void takesWhatTheServerTakes() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: x}
        spec:
          updateStrategy:
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: 0
        """);
  }

  @Test
  void flagsABudgetWithBothBounds() {
    rule.check(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: x}
        spec:
          minAvailable: 120% #! 'minAvailable' '120%' is over 100%
          maxUnavailable: 1 #! the budget has both 'minAvailable' and 'maxUnavailable': keep one
        """);
  }
}
