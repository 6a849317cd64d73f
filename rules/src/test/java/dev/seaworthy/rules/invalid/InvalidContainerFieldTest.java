package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidContainerFieldTest {

  private final RuleTester rule = RuleTester.of(new InvalidContainerField());

  @Test
  void flagsProbesAndHooksOfInitContainersThatEnd() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              livenessProbe: {exec: {command: [x]}} #! init container 'setup' may have 'livenessProbe' with
              lifecycle: {} #! init container 'setup' may have 'lifecycle' with
              readinessProbe: null
            - name: sidecar
              restartPolicy: Always
              startupProbe: {exec: {command: [x]}}
          containers:
            - name: app
              livenessProbe: {exec: {command: [x]}}
        """);
  }

  @Test
  void flagsWhatAnEphemeralContainerCannotHave() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: app}]
          ephemeralContainers:
            - name: debug
              targetContainerName: ap #! ephemeral container 'debug' has no container 'ap' to look at
              ports: [{containerPort: 1}] #! ephemeral container 'debug' cannot have 'ports'
              resources: {limits: {cpu: 1}} #! cannot have 'resources'
              livenessProbe: {exec: {command: [x]}} #! cannot have 'livenessProbe'
            - name: other
              targetContainerName: app
              resources: {}
              ports: []
        """);
  }

  @Test
  void templatesHaveNoEphemeralContainers() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              containers: [{name: app}]
              ephemeralContainers: #! a template of pods has no ephemeral containers
                - name: debug
                  ports: [{containerPort: 1}]
        """);
  }
}
