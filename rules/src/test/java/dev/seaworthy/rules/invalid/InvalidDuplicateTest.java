package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidDuplicateTest {

  private final RuleTester rule = RuleTester.of(new InvalidDuplicate());

  @Test
  void flagsNamesThatComeTwice() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - {name: data, emptyDir: {}}
            - {name: data, emptyDir: {}} #! two volumes have the name 'data'
          initContainers:
            - name: app
          containers:
            - name: app #! two containers have the name 'app'
              ports:
                - {containerPort: 80, name: http}
                - {containerPort: 81, name: http} #! two ports of container 'app' have the name 'http'
            - name: side
              ports: [{containerPort: 82, name: http}]
          ephemeralContainers:
            - name: side #! two containers have the name 'side'
        """);
  }

  @Test
  void whatTheServerOnlyWarnsAboutIsNoFinding() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              env: [{name: A, value: x}, {name: A, value: y}]
              ports: [{containerPort: 80}, {containerPort: 80}]
        """);
  }

  @Test
  void flagsPortsOfTheHostThatComeTwice() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: first
              ports: [{containerPort: 80, hostPort: 80}]
          containers:
            - name: app
              ports:
                - {containerPort: 80, hostPort: 80}
                - {containerPort: 80, hostPort: 80, protocol: UDP}
                - {containerPort: 80, hostPort: 80, hostIP: 127.0.0.1}
            - name: side
              ports:
                - {containerPort: 81, hostPort: 80, protocol: TCP} #! two ports take TCP port 80 of the host
                - {containerPort: 0, hostPort: 0}
                - {containerPort: 1, hostPort: 0}
        """;
    rule.check(yaml);
    assertThat(rule.findings(yaml).get(0).related())
        .singleElement()
        .satisfies(first -> assertThat(first.location()).hasToString("test.yaml:10:41"));
  }

  @Test
  void inTheNetworkOfTheHostEveryPortIsOneOfTheHost() {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              hostNetwork: true
              containers:
                - {name: a, ports: [{containerPort: 80}]}
                - {name: b, ports: [{containerPort: 80}]} #! two ports take TCP port 80 of the host
        """;
    rule.check(yaml);
    rule.check(yaml.replace("true", "false").replaceAll("#!.*", ""));
  }

  @Test
  void controllersOfCustomResourcesMayMergeTheContainers() {
    rule.check(
        """
        apiVersion: example.com/v1
        kind: Machine
        spec:
          containers: [{name: a, image: a}, {name: a, image: a}]
        """);
    rule.check(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        spec:
          template:
            spec:
              containers: [{name: a}, {name: b}]
              volumes:
                - name: x
                - name: x #! two volumes have the name 'x'
        """);
  }
}
