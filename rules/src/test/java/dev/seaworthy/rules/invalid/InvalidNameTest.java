package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidNameTest {

  private final RuleTester rule = RuleTester.of(new InvalidName());

  private static String named(String kind, String apiVersion, String name) {
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata:\n  name: '" + name + "'";
  }

  @Test
  void flagsNamesOfEveryThingInAPod() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: Web_App #! name 'Web_App' is refused: lower-case letters, digits, '-' and '.' are
          namespace: team.a #! namespace 'team.a' is refused
          labels:
            app: -web #! value of label 'app' '-web' is refused
            a b: web #! key of a label 'a b' is refused
          annotations:
            example.com/a/b: '' #! key of an annotation 'example.com/a/b' is refused: one '/' is
        spec:
          template:
            metadata:
              labels:
                Example.com/app: web #! in the prefix, lower-case letters
            spec:
              serviceAccountName: Web #! service account name 'Web' is refused
              nodeSelector: {disk: a b} #! value of label 'disk' 'a b' is refused
              volumes:
                - name: my_data #! volume name 'my_data' is refused
              initContainers:
                - name: set.up #! container name 'set.up' is refused
              containers:
                - name: APP #! container name 'APP' is refused
                  ports:
                    - {containerPort: 80, name: longer-than-fifteen} #! it has 19 characters, and 15 are
                    - {containerPort: 81, name: '81'} #! with at least one letter
        """);
  }

  @Test
  void takesTheNamesThatTheServerTakes() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web.1-a
          labels: {app.kubernetes.io/Name: A_b.c, empty: '', number: 1}
          annotations: {Example.COM/Any_thing: 'a b / c', plain: x}
        spec:
          nodeSelector: {kubernetes.io/os: linux}
          containers:
            - name: 1-app
              ports: [{containerPort: 80, name: http-2}]
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "Role, rbac.authorization.k8s.io/v1, system:Reader_1, true",
    "Role, rbac.authorization.k8s.io/v1, a/b, false",
    "Role, rbac.authorization.k8s.io/v1, .., false",
    "Namespace, v1, a.b, false",
    "ConfigMap, v1, a.b, true",
    "ConfigMap, v1, a_b, false",
    "ConfigMap, v1, a-.b, false",
    "ConfigMap, v1, a., false",
    "Service, v1, 1a, true",
    "Service, v1, a.b, false",
    "Widget, example.com/v1, A_b, true",
    "StatefulSet, apps/v1, a.b, false",
    "PodDisruptionBudget, policy/v1, A_b, true",
    "PodDisruptionBudget, policy/v1, a%b, false",
    "RuntimeClass, node.k8s.io/v1, A_b, false",
    "EndpointSlice, discovery.k8s.io/v1, a_b, false",
    "Secret, v1, '', false",
    "LimitRange, v1, '', true",
  })
  void knowsTheFormatOfAKind(String kind, String apiVersion, String name, boolean fits) {
    assertThat(rule.findings(named(kind, apiVersion, name)).isEmpty()).isEqualTo(fits);
  }

  @Test
  void servicesMayStartWithADigitOnNewServersOnly() {
    String service = named("Service", "v1", "1a");
    RuleTester old = rule.on(ClusterProfile.of(new KubernetesVersion(1, 33)));
    assertThat(old.findings(service)).hasSize(1);
  }

  @Test
  void statefulSetsHadDotsOnOldServers() {
    RuleTester old = rule.on(ClusterProfile.of(new KubernetesVersion(1, 27)));
    assertThat(old.findings(named("StatefulSet", "apps/v1", "a.b"))).isEmpty();
  }

  @Test
  void anEmptyNameIsNoneUnlessOneIsGenerated() {
    rule.check(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: "" #! the name is empty
        """);
    rule.check(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: "", generateName: app-}
        """);
  }

  @Test
  void cronJobsLeaveRoomForTheNamesOfTheirJobs() {
    assertThat(rule.findings(named("CronJob", "batch/v1", "a".repeat(52)))).isEmpty();
    assertThat(rule.findings(named("CronJob", "batch/v1", "a".repeat(53))))
        .singleElement()
        .extracting(finding -> finding.message())
        .asString()
        .contains("it has 53 characters, and 52 are allowed");
    assertThat(rule.findings(named("Job", "batch/v1", "a".repeat(53)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${NAME}", "$(NAME)", "web-{{ env }}", "<%= name %>", "__NAME__"})
  void leavesVariablesOfOtherToolsAlone(String name) {
    assertThat(rule.findings(named("Pod", "v1", name))).isEmpty();
  }

  @Test
  void flagsKeysOfData() {
    rule.check(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: files}
        data:
          app.conf: x
          ..conf: x #! key of the data '..conf' is refused
          conf/app: x #! key of the data 'conf/app' is refused
        """);
  }

  @Test
  void aLongNameIsJudgedInLittleTime() {
    String name = "a-".repeat(50_000);
    assertThat(rule.findings(named("Pod", "v1", name))).hasSize(1);
  }

  @Test
  void flagsKeysAndClaimsThatAPodRefersTo() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          resourceClaims: [{name: GPU, resourceClaimName: a}] #! claim name 'GPU' is refused
          volumes:
            - name: a
              ephemeral:
                volumeClaimTemplate:
                  metadata: {labels: {a: b c}} #! value of label 'a' 'b c' is refused
          containers:
            - name: app
              env:
                - {name: A, valueFrom: {secretKeyRef: {name: a, key: a b}}} #! key 'a b' is refused
                - {name: B, valueFrom: {configMapKeyRef: {name: a, key: a.b}}}
        """);
  }
}
