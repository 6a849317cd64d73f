package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidPodFieldTest {

  private final RuleTester rule = RuleTester.of(new InvalidPodField());

  private RuleTester on(int minor) {
    return rule.on(ClusterProfile.of(new KubernetesVersion(1, minor)));
  }

  @Test
  void whatRunsForEverHasNoDeadline() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              activeDeadlineSeconds: 60 #! the pods of a Deployment run for ever and have no
              containers: [{name: app}]
        ---
        apiVersion: batch/v1
        kind: Job
        spec: {template: {spec: {activeDeadlineSeconds: 60, containers: [{name: app}]}}}
        """);
  }

  @Test
  void flagsHostnamesThatSomethingElseGives() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: true
          hostnameOverride: web #! 'hostnameOverride' excludes 'hostNetwork', which is true
          containers: [{name: app}]
        """;
    rule.check(yaml);
    rule.check(yaml.replace("hostNetwork", "setHostnameAsFQDN"));
    on(34).check(yaml.replaceAll("#!.*", ""));
  }

  @Test
  void aPodThatWaitsHasNoNode() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          schedulingGates: [{name: a}]
          nodeName: n #! a pod that waits for its 'schedulingGates' has no 'nodeName'
          containers: [{name: app}]
        """;
    rule.check(yaml);
    rule.check(yaml.replace("[{name: a}]", "[]").replaceAll("#!.*", ""));
  }

  @Test
  void flagsDnsWithoutServersOrWithTooMany() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          dnsPolicy: None
          dnsConfig: {searches: [example.com]} #! 'dnsPolicy' 'None' needs a name server in 'dnsConfig'
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec: #! 'dnsPolicy' 'None' needs a name server
          dnsPolicy: None
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          dnsPolicy: None
          dnsConfig:
            nameservers:
              - 192.0.2.1
              - 192.0.2.2
              - 192.0.2.3
              - 192.0.2.4 #! 'nameservers' has 4 items, and 3 are allowed
          containers: [{name: app}]
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "svc.example.com, true, true",
    "svc.example.com., true, true",
    ".,               true, false",
    "_tcp.example.com, true, false",
    "a_b,             true, false",
    "a_,              false, false",
    "Example.com,     false, false",
    "'',              false, false",
    "a..b,            false, false",
    "${DOMAIN},       true, true",
  })
  void judgesDomainsAsTheServerDoes(String domain, boolean relaxed, boolean strict) {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec: {dnsConfig: {searches: ["%s"]}, containers: [{name: app}]}
        """
            .formatted(domain);
    assertThat(on(32).findings(yaml).isEmpty()).isEqualTo(relaxed);
    assertThat(on(31).findings(yaml).isEmpty()).isEqualTo(strict);
  }
}
