package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidContainerFieldTest {

  private final RuleTester rule = RuleTester.of(new InvalidContainerField());

  private RuleTester on(int minor) {
    return rule.on(ClusterProfile.of(new KubernetesVersion(1, minor)));
  }

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
  void podsAreMadeWithoutEphemeralContainers() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers: [{name: app}]
          ephemeralContainers: #! a pod is made without ephemeral containers: 'kubectl debug' adds them
            - {name: debug}
        """;
    rule.check(yaml);
    rule.check(yaml.replace("{name: web}", "{name: web, uid: a}").replaceAll("#!.*", ""));
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

  @Test
  void flagsWhatAProbeOrAHookDoesNotTake() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          terminationGracePeriodSeconds: 10
          containers:
            - name: app
              livenessProbe: {exec: {command: [x]}, successThreshold: 2} #! 'successThreshold' 2 of a 'livenessProbe' must be 1
              startupProbe: {exec: {command: [x]}, successThreshold: 3} #! of a 'startupProbe' must be 1
              readinessProbe:
                exec: {command: [x]}
                successThreshold: 3
                terminationGracePeriodSeconds: 5 #! a 'readinessProbe' ends no container, so it has no
              lifecycle:
                postStart: {sleep: {seconds: 10}}
                preStop: {sleep: {seconds: 11}} #! 'preStop' of container 'app' sleeps 11 seconds, and 0 to 10 are allowed
        """);
  }

  @Test
  void theGracePeriodHasADefault() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              lifecycle:
                preStop: {sleep: {seconds: 31}} #! sleeps 31 seconds, and 0 to 30 are allowed
        """;
    rule.check(yaml);
    on(29).check(yaml.replaceAll("#!.*", ""));
  }

  @Test
  void containersOfTheirOwnRestartPolicyCameLate() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              restartPolicy: Always #! before Kubernetes 1.34, 'restartPolicy' is for init containers
        """;
    on(33).check(yaml);
    on(34).check(yaml.replaceAll("#!.*", ""));
  }

  @Test
  void flagsRestartsThatThePodDoesNotMake() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          restartPolicy: Never
          containers:
            - name: app
              restartPolicyRules: [{action: Restart}] #! 'restartPolicyRules' of container 'app' need a 'restartPolicy'
              resizePolicy:
                - resourceName: cpu
                  restartPolicy: RestartContainer #! container 'app' cannot restart for a new size
                - resourceName: cpu #! 'resizePolicy' of container 'app' has 'cpu' twice
                  restartPolicy: NotRequired
        """;
    rule.check(yaml);
    on(32).check(yaml.replaceAll("#!.*", ""));
  }

  @Test
  void flagsBlanksAroundTheImageOfAPod() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              image: "web " #! the image of container 'app' has blanks at an end
        ---
        apiVersion: apps/v1
        kind: Deployment
        spec: {template: {spec: {containers: [{name: app, image: "web "}]}}}
        """);
  }
}
