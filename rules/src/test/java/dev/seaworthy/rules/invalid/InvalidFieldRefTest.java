package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidFieldRefTest {

  private final RuleTester rule = RuleTester.of(new InvalidFieldRef());

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "metadata.name, true, true",
        "metadata.uid, true, true",
        "spec.nodeName, true, false",
        "spec.host, true, false",
        "status.hostIPs, true, false",
        "metadata.labels, false, true",
        "metadata.annotations, false, true",
        "metadata.labels['app'], true, true",
        "metadata.annotations['Example.com/a'], true, true",
        "metadata.labels['Example.com/a'], false, false",
        "metadata.name['a'], false, false",
        "metadata.labels[app], false, false",
        "spec.restartPolicy, false, false",
        "spec.nodename, false, false",
        "${FIELD}, true, true",
      })
  void knowsWhatEachPlaceIsOffered(String path, boolean variable, boolean file) {
    String env =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: app, env: [{name: A, valueFrom: {fieldRef: {fieldPath: "%s"}}}]}]
        """;
    String volume =
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes: [{name: a, downwardAPI: {items: [{path: a, fieldRef: {fieldPath: "%s"}}]}}]
          containers: [{name: app}]
        """;
    assertThat(rule.findings(env.formatted(path)).isEmpty()).isEqualTo(variable);
    assertThat(rule.findings(volume.formatted(path)).isEmpty()).isEqualTo(file);
  }

  @Test
  void saysWhatToReferTo() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              env:
                - {name: A, valueFrom: {fieldRef: {fieldPath: spec.nodename}}} #! no field 'spec.nodename' to variables; did you mean 'spec.nodeName'?
                - {name: B, valueFrom: {fieldRef: {fieldPath: metadata.labels}}} #! a variable takes one key of 'metadata.labels': write "metadata.labels['KEY']"
                - {name: C, valueFrom: {fieldRef: {fieldPath: "metadata.name['a']"}}} #! 'metadata.name' has no keys
                - {name: D, valueFrom: {fieldRef: {fieldPath: "metadata.labels['a b']"}}} #! key 'a b' is refused
                - name: E
                  valueFrom: {fieldRef: {apiVersion: v2, fieldPath: metadata.name}} #! fields of a pod have the 'apiVersion' 'v1'
                - {name: F, valueFrom: {resourceFieldRef: {resource: limit.cpu}}} #! 'limit.cpu' is no resource of a container; did you mean 'limits.cpu'?
          volumes:
            - name: pod
              projected:
                sources:
                  - downwardAPI:
                      items:
                        - {path: a, fieldRef: {fieldPath: status.podIP}} #! a file cannot have 'status.podIP': only a variable can
                        - {path: b, resourceFieldRef: {resource: limits.cpu}} #! a file with resources needs the 'containerName'
                        - {path: c, resourceFieldRef: {resource: limits.hugepages-2Mi, containerName: app}}
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "limits.cpu, 1m, true",
    "limits.cpu, 1000m, true",
    "limits.cpu, 10m, false",
    "requests.memory, 1Mi, true",
    "requests.memory, 1k, true",
    "requests.memory, 10Mi, false",
    "limits.hugepages-2Mi, 2Mi, false",
    "requests.memory, 0, true",
    "requests.memory, ${UNIT}, true",
  })
  void knowsTheUnitsOfAResource(String resource, String divisor, boolean fits) {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              env: [{name: A, valueFrom: {resourceFieldRef: {resource: %s, divisor: "%s"}}}]
        """;
    assertThat(rule.findings(yaml.formatted(resource, divisor)).isEmpty()).isEqualTo(fits);
  }
}
