package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidAutoscalerTest {

  private final RuleTester rule = RuleTester.of(new InvalidAutoscaler());

  @Test
  void flagsBoundsThatExcludeEachOther() {
    rule.check(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: x}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a/b} #! name 'a/b' is refused: it must not be '.' or '..', nor hold '/' or '%'
          minReplicas: 5
          maxReplicas: 3 #! 'maxReplicas' 3 is below 'minReplicas' 5
        """);
  }

  @Test
  void flagsNoReplicasWithoutAMetricFromElsewhere() {
    rule.check(
        """
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: {name: x}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 0 #! 'minReplicas' is 0, which needs a metric of type 'Object' or 'External'
          maxReplicas: 3
        """);
  }

  @Test
  void takesNoReplicasWithAMetricFromElsewhere() {
    rule.check(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: x}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 0
          maxReplicas: 3
          metrics:
            - type: External
              external: {metric: {name: queue}, target: {type: Value, value: 30}}
        """);
  }

  @Test
  void flagsMetricsOfAnotherType() {
    rule.check(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: x}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          maxReplicas: 3
          metrics:
            - type: Resource #! a metric of type 'Resource' needs 'resource'
            - type: Resource
              pods: {metric: {name: x}, target: {type: AverageValue, averageValue: 1}} #! 'pods' is not for a metric of type 'Resource', which has 'resource'
            - type: Resource
              ressource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}
            - type: Resource
              resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}
              pods: {metric: {name: x}, target: {type: AverageValue, averageValue: 1}} #! 'pods' is not for a metric of type 'Resource', which has 'resource'
        """);
  }

  @Test
  void flagsTargetsWithoutAValue() {
    rule.check(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: x}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          maxReplicas: 3
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization} #! the target of a metric of type 'Resource' needs 'averageUtilization' or 'averageValue'
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: 50
                  averageValue: 1 #! the target of a metric of type 'Resource' has both 'averageUtilization' and 'averageValue': keep one
            - type: Pods
              pods:
                metric: {name: a%b} #! name of a metric 'a%b' is refused: it must not be '.' or '..', nor hold '/' or '%'
                target: {type: AverageValue, averageValue: 0} #! 'averageValue' '0' is not more than nothing
            - type: ContainerResource
              containerResource: {container: app, name: cpu, target: {type: Utilization, averageUtilization: 0}} #! 'averageUtilization' 0 is below 1
            - type: Object
              object:
                describedObject: {kind: Ingress, name: web, apiVersion: networking.k8s.io/v1}
                metric: {name: requests}
                target: {type: Value, value: 1k, averageValue: 100}
        """);
  }
}
