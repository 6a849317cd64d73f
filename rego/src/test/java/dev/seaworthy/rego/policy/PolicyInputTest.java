package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies see: docs/policies.md promises it. */
class PolicyInputTest {

  private static final String CRON_JOB =
      """
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: backup, namespace: shop}
      spec:
        jobTemplate:
          spec:
            template:
              metadata:
                annotations:
                  container.seccomp.security.alpha.kubernetes.io/app: unconfined
              spec:
                hostPID: yes
                securityContext:
                  runAsUser: 1000
                  seccompProfile: {type: Localhost, localhostProfile: a.json}
                  sysctls: [{name: a, value: "1"}]
                initContainers:
                  - name: setup
                    restartPolicy: Always
                    securityContext: &own
                      runAsUser: 0
                      capabilities: {add: [cap_net_raw], drop: [all]}
                containers:
                  - name: app
                    image: example.org/app:1.0
                    securityContext: *own
                    volumeMounts:
                      - {name: logs, mountPath: /logs, subPath: ../x, readOnly: true}
                volumes:
                  - name: logs
                    hostPath: {path: /var/run//docker, type: Directory}
                  - name: scratch
                    emptyDir: {}
      """;

  @Test
  void workloadIsNamed() throws RegoException {
    assertThat(ask("[w.kind, w.name, w.namespace, w.os, w.userNamespace]"))
        .isEqualTo("[\"CronJob\",\"backup\",\"shop\",\"linux\",\"host\"]");
    assertThat(ask("w.patch")).isEqualTo("false");
    assertThat(ask("concat(\".\", w.path)")).isEqualTo("\"spec.jobTemplate.spec.template.spec\"");
    assertThat(ask("[w.spec.hostPID, input.object.spec.jobTemplate.spec.template.spec.hostPID]"))
        .isEqualTo("[true,true]");
    assertThat(ask("w.metadataPath[count(w.metadataPath) - 1]")).isEqualTo("\"metadata\"");
  }

  @Test
  void containersOfAllTypesCarryWhatAppliesToThem() throws RegoException {
    assertThat(ask("[[c.name, c.title, c.type, c.sidecar] | some c in w.containers]"))
        .isEqualTo(
            "[[\"setup\",\"init container 'setup'\",\"initContainers\",true],"
                + "[\"app\",\"container 'app'\",\"containers\",false]]");
    assertThat(ask("w.containers[1].object.image")).isEqualTo("\"example.org/app:1.0\"");
    assertThat(ask("array.slice(w.containers[1].path, 5, 7)")).isEqualTo("[\"containers\",0]");
    assertThat(ask("[c.security.runAsUser.value | some c in w.containers]")).isEqualTo("[0,0]");
    assertThat(ask("w.containers[0].security.runAsUser.origin")).isEqualTo("\"container\"");
    assertThat(ask("w.containers[0].security.privileged.origin")).isEqualTo("\"default\"");
    assertThat(ask("w.containers[0].security.appArmorProfile.origin")).isEqualTo("\"unknown\"");
    assertThat(ask("w.containers[0].security.appArmorProfile.value")).isEqualTo("undefined");
    assertThat(ask("w.containers[0].security.seccompProfile.value"))
        .isEqualTo("{\"confines\":true,\"localhostProfile\":\"a.json\",\"type\":\"Localhost\"}");
    assertThat(ask("w.containers[0].security.seccompProfile.origin")).isEqualTo("\"pod\"");
    assertThat(ask("w.containers[1].security.seccompAnnotation.value")).isEqualTo("\"unconfined\"");
    assertThat(ask("w.containers[0].security.seccompAnnotation")).isEqualTo("undefined");
  }

  @Test
  void capabilitiesAreNormalised() throws RegoException {
    assertThat(ask("[[c.name, c.written] | some c in w.containers[1].security.capabilities.add]"))
        .isEqualTo("[[\"NET_RAW\",\"cap_net_raw\"]]");
    assertThat(ask("w.containers[1].security.capabilities.dropsAll")).isEqualTo("true");
    assertThat(ask("array.slice(w.containers[1].security.capabilities.drop[0].path, 7, 11)"))
        .isEqualTo("[\"securityContext\",\"capabilities\",\"drop\",0]");
  }

  @Test
  void podHasItsOwnSettings() throws RegoException {
    assertThat(ask("w.security.hostPID.value")).isEqualTo("true");
    assertThat(ask("w.security.sysctls[0].value.name")).isEqualTo("\"a\"");
    assertThat(ask("w.security.serviceAccountName.value")).isEqualTo("\"default\"");
    assertThat(ask("w.security.automountServiceAccountToken.value")).isEqualTo("undefined");
  }

  @Test
  void volumesKnowTheirMounts() throws RegoException {
    assertThat(ask("[[v.name, v.source, count(v.mounts)] | some v in w.volumes]"))
        .isEqualTo("[[\"logs\",\"hostPath\",1],[\"scratch\",\"emptyDir\",0]]");
    assertThat(ask("w.volumes[0].hostPath.normalised")).isEqualTo("\"/run/docker\"");
    assertThat(ask("w.volumes[0].hostPath.written")).isEqualTo("\"/var/run//docker\"");
    assertThat(ask("w.volumes[0].hostPath.type")).isEqualTo("\"Directory\"");
    assertThat(ask("w.volumes[1].hostPath")).isEqualTo("undefined");
    assertThat(
            ask(
                "[[m.container, m.mountPath, m.subPath, m.writable] | some m in w.volumes[0].mounts]"))
        .isEqualTo("[[\"app\",\"/logs\",\"../x\",false]]");
  }

  @Test
  void persistentVolumeShowsItsPartOfTheNode() {
    String volume =
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: data}
        spec: {local: {path: /mnt/../data/}}
        """;
    assertThat(inputs(volume))
        .singleElement()
        .satisfies(
            input ->
                assertThat(RegoText.json(input.get("persistentVolume")))
                    .isEqualTo(
                        "{\"local\":{\"normalised\":\"/data\",\"opensDevices\":true,\"path\":[\"spec\",\"local\",\"path\"],"
                            + "\"type\":\"\",\"written\":\"/mnt/../data/\"},\"name\":\"data\"}"));
    assertThat(inputs(volume.replace("v1", "example.org/v1")))
        .singleElement()
        .satisfies(input -> assertThat(input.get("persistentVolume")).isNull());
  }

  @Test
  void clusterIsWhatIsAssumed() throws RegoException {
    assertThat(ask("input.cluster"))
        .isEqualTo(
            "{\"anonymousKubeletPort\":false,\"controlPlaneTaints\":true,\"deviceCgroup\":true,"
                + "\"major\":1,\"minor\":34,\"rootlessNodes\":false,"
                + "\"runtimeDefaultCapabilities\":[\"AUDIT_WRITE\",\"CHOWN\",\"DAC_OVERRIDE\","
                + "\"FOWNER\",\"FSETID\",\"KILL\",\"MKNOD\",\"NET_BIND_SERVICE\",\"NET_RAW\","
                + "\"SETFCAP\",\"SETGID\",\"SETPCAP\",\"SETUID\",\"SYS_CHROOT\"],"
                + "\"seLinuxEnforced\":false,\"seccompDefault\":false,\"socketGroupRights\":true,"
                + "\"unprivilegedBpf\":false,\"userNamespaces\":true,\"version\":\"1.34\"}");
  }

  @Test
  void eachItemOfAListIsAnObjectOfItsOwn() {
    List<RegoObject> inputs =
        inputs(
            """
            apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: Service, metadata: {name: a}}
              - {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {containers: []}}
            """);

    assertThat(inputs).hasSize(2);
    assertThat(inputs.get(0).get("workload")).isNull();
    assertThat(inputs.get(1).get("workload")).isNotNull();
  }

  /** The value of an expression, {@code w} being the workload. */
  private static String ask(String expression) throws RegoException {
    String module = "package p\n\nw := input.workload\n\nanswer := " + expression;
    RegoObject input = inputs(CRON_JOB).get(0);
    return RegoCompiler.builder()
        .module("p.rego", module)
        .compile()
        .query("data.p.answer")
        .value(input)
        .map(RegoText::json)
        .orElse("undefined");
  }

  private static List<RegoObject> inputs(String yaml) {
    List<RegoObject> inputs = new ArrayList<>();
    Analyzer.builder()
        .rules(List.of(new Recorder(inputs)))
        .selection(RuleSelection.of(Profile.ALL))
        .cluster(ClusterProfile.of(new KubernetesVersion(1, 34)))
        .parallelism(1)
        .build()
        .analyze(Source.of("a.yaml", yaml));
    return inputs;
  }

  private record Recorder(List<RegoObject> inputs) implements ObjectRule {

    @Override
    public RuleMetadata metadata() {
      return RuleMetadata.builder("recorder", "records")
          .category("test")
          .remediation("No.")
          .build();
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      RegoValue document = PolicyInput.of(object).document();
      for (RegoObject input : PolicyInput.of(object).inputs()) {
        assertThat(input.get("object")).isSameAs(document);
        inputs.add(input);
      }
    }
  }
}
