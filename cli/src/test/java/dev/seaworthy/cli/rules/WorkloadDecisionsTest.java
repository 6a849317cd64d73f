package dev.seaworthy.cli.rules;

import static dev.seaworthy.cli.rules.Scan.pod;
import static dev.seaworthy.cli.rules.Scan.podWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which containers, kinds and documents are looked at, where tools disagree. */
class WorkloadDecisionsTest {

  private static final String BAD_CONTAINER =
      """
        - name: bad
          image: example.com/bad:1.0
          ports: [{containerPort: 80, hostPort: 80}]
          securityContext:
            runAsUser: 0
            procMount: Unmasked
            capabilities: {add: [SYS_ADMIN]}
            seccompProfile: {type: Unconfined}
            seLinuxOptions: {type: spc_t}
            windowsOptions: {hostProcess: true}
      """;

  /** What is wrong with it, as paths below the container. */
  private static final List<String> BAD =
      List.of(
          "host-port: %s.ports[0].hostPort",
          "run-as-user-zero: %s.securityContext.runAsUser",
          "proc-mount-unmasked: %s.securityContext.procMount",
          "dangerous-capability-added: %s.securityContext.capabilities.add[0]",
          "seccomp-unconfined: %s.securityContext.seccompProfile.type",
          "selinux-custom-options: %s.securityContext.seLinuxOptions.type",
          "windows-host-process: %s.securityContext.windowsOptions.hostProcess",
          "privilege-escalation-not-disabled: %s.securityContext.allowPrivilegeEscalation",
          "writable-root-filesystem: %s.securityContext.readOnlyRootFilesystem",
          "capabilities-drop-all-missing: %s.securityContext.capabilities.drop");

  private static void judgesAll(String list) {
    String manifest =
        pod(
            "containers:\n  - {name: app, image: example.com/app:1.0}\n"
                + list
                + ":\n"
                + BAD_CONTAINER);
    String[] rules = BAD.stream().map(finding -> finding.split(":")[0]).toArray(String[]::new);
    String container = "spec." + list + "[0]";
    assertThat(Scan.with(rules).reports(manifest))
        .filteredOn(report -> report.contains(container + "."))
        .containsExactlyInAnyOrderElementsOf(
            BAD.stream().map(finding -> finding.formatted(container)).toList());
  }

  @Test
  void t16InitContainers() {
    judgesAll("initContainers");
  }

  @Test
  void t17EphemeralContainers() {
    judgesAll("ephemeralContainers");
    String manifest =
        pod(
            """
            containers:
              - {name: app, image: example.com/app:1.0}
            ephemeralContainers:
              - {name: debug, image: example.com/debug:1.0, securityContext: {privileged: true}}
            """);
    assertThat(Scan.with("privileged-container", "ephemeral-container-present").reports(manifest))
        .containsExactlyInAnyOrder(
            "ephemeral-container-present: spec.ephemeralContainers[0]",
            "privileged-container: spec.ephemeralContainers[0].securityContext.privileged");
    assertThat(Scan.with("cpu-request-missing", "memory-limit-missing").reports(manifest))
        .containsExactlyInAnyOrder(
            "cpu-request-missing: spec.containers[0].resources.requests.cpu",
            "memory-limit-missing: spec.containers[0].resources.limits.memory");
  }

  @Test
  void t18PodsOfACronJob() {
    String spec = "spec.jobTemplate.spec.template.spec";
    assertThat(
            Scan.with(
                    "host-pid",
                    "run-as-user-zero",
                    "seccomp-unconfined",
                    "privileged-container",
                    "service-account-token-automounted")
                .reports(
                    """
                    apiVersion: batch/v1
                    kind: CronJob
                    metadata: {name: report}
                    spec:
                      schedule: "0 3 * * *"
                      jobTemplate:
                        spec:
                          template:
                            spec:
                              hostPID: true
                              automountServiceAccountToken: false
                              securityContext: {runAsUser: 0}
                              restartPolicy: Never
                              containers:
                                - name: app
                                  image: example.com/app:1.0
                                  securityContext:
                                    privileged: true
                                - name: helper
                                  image: example.com/app:1.0
                                  securityContext:
                                    seccompProfile: {type: Unconfined}
                    """))
        .containsExactly(
            "host-pid: " + spec + ".hostPID",
            "run-as-user-zero: " + spec + ".securityContext.runAsUser",
            "privileged-container: " + spec + ".containers[0].securityContext.privileged",
            "seccomp-unconfined: " + spec + ".containers[1].securityContext.seccompProfile.type");
  }

  @Test
  void t19KindsThatHoldPods() {
    for (String kind :
        List.of(
            "v1 ReplicationController",
            "apps/v1 ReplicaSet",
            "apps/v1 Deployment",
            "apps/v1 StatefulSet",
            "apps/v1 DaemonSet",
            "batch/v1 Job",
            "apps.openshift.io/v1 DeploymentConfig",
            "argoproj.io/v1alpha1 Rollout",
            "example.com/v1 Unheard")) {
      assertThat(
              Scan.with("host-pid")
                  .reports(
                      """
                      apiVersion: %s
                      kind: %s
                      metadata: {name: web}
                      spec:
                        template:
                          spec:
                            hostPID: true
                            containers:
                              - {name: app, image: example.com/app:1.0}
                      """
                          .formatted((Object[]) kind.split(" "))))
          .as(kind)
          .containsExactly("host-pid: spec.template.spec.hostPID");
    }
    assertThat(
            Scan.with("host-pid")
                .reports(
                    """
                    apiVersion: v1
                    kind: PodTemplate
                    metadata: {name: web}
                    template:
                      spec:
                        hostPID: true
                        containers:
                          - {name: app, image: example.com/app:1.0}
                    """))
        .containsExactly("host-pid: template.spec.hostPID");
  }

  @Test
  void t20ListsOfObjects() {
    for (String kind : List.of("List", "PodList")) {
      assertThat(
              Scan.with("host-pid")
                  .analyze(
                      """
                      apiVersion: v1
                      kind: %s
                      items:
                        - apiVersion: v1
                          kind: Pod
                          metadata: {name: quiet}
                          spec:
                            containers: [{name: app, image: example.com/app:1.0}]
                        - apiVersion: v1
                          kind: Pod
                          metadata: {name: loud}
                          spec:
                            hostPID: true
                            containers: [{name: app, image: example.com/app:1.0}]
                      """
                          .formatted(kind))
                  .findings())
          .as(kind)
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.location().span().start().line()).isEqualTo(13);
                assertThat(finding.object().orElseThrow().name()).contains("loud");
              });
    }
  }

  @Test
  void t21DocumentsInOneFile() {
    String manifest = podWith("{}", "hostPID: true\n");
    assertThat(
            Scan.with("host-pid")
                .analyze(
                    manifest + "--- # the second\n" + manifest + "---   \n" + manifest + "---\n")
                .findings())
        .hasSize(3);
  }

  @Test
  void t38EachContainerForItself() {
    assertThat(
            Scan.with("privilege-escalation-not-disabled", "run-as-user-zero")
                .reports(
                    pod(
                        """
                        securityContext: {runAsUser: 0}
                        containers:
                          - name: good
                            image: example.com/app:1.0
                            securityContext: {allowPrivilegeEscalation: false}
                          - {name: bad, image: example.com/app:1.0}
                          - {name: worse, image: example.com/app:1.0}
                        """)))
        .containsExactly(
            "run-as-user-zero: spec.securityContext.runAsUser",
            "privilege-escalation-not-disabled:"
                + " spec.containers[1].securityContext.allowPrivilegeEscalation",
            "privilege-escalation-not-disabled:"
                + " spec.containers[2].securityContext.allowPrivilegeEscalation");
  }
}
