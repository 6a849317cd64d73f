package dev.seaworthy.cli.rules;

import static dev.seaworthy.cli.rules.Scan.pod;
import static dev.seaworthy.cli.rules.Scan.podWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import org.junit.jupiter.api.Test;

/** What keeps a container in: profiles, labels, user namespaces; where tools disagree. */
class ConfinementDecisionsTest {

  private static final String CONTEXT = "spec.containers[0].securityContext.";
  private static final String POD_CONTEXT = "spec.securityContext.";

  @Test
  void t27PodsWithUserNamespaces() {
    Scan scan =
        Scan.with(
            "run-as-root-possible",
            "run-as-user-zero",
            "root-without-need",
            "proc-mount-unmasked",
            "privilege-escalation-not-disabled",
            "seccomp-profile-missing",
            "user-namespace-not-enabled");
    String manifest = podWith("{procMount: Unmasked}", "hostUsers: false\n");
    assertThat(scan.reports(manifest))
        .containsExactlyInAnyOrder(
            "privilege-escalation-not-disabled: " + CONTEXT + "allowPrivilegeEscalation",
            "seccomp-profile-missing: " + CONTEXT + "seccompProfile");
    assertThat(scan.reports(podWith("{runAsUser: 0}", "hostUsers: false\n")))
        .noneMatch(report -> report.endsWith("runAsUser"));
    assertThat(scan.on("1.29").reports(manifest))
        .contains(
            "run-as-root-possible: " + CONTEXT + "runAsNonRoot",
            "proc-mount-unmasked: " + CONTEXT + "procMount");
    String capability = podWith("{capabilities: {add: [NET_ADMIN]}}", "hostUsers: false\n");
    assertThat(Scan.with("dangerous-capability-added").messages(capability))
        .singleElement()
        .asString()
        .contains("user namespace confines");
  }

  @Test
  void t28WindowsPods() {
    Scan recommended = Scan.withRecommended();
    String user = "{windowsOptions: {runAsUserName: ContainerUser}}";
    String token = "automountServiceAccountToken: false\n";
    for (String windows :
        new String[] {"os: {name: windows}\n", "nodeSelector: {kubernetes.io/os: windows}\n"}) {
      assertThat(recommended.reports(podWith(user, windows + token))).isEmpty();
      assertThat(recommended.reports(podWith("{}", windows + token))).isEmpty();
      assertThat(Scan.with("run-as-root-possible").reports(podWith("{}", windows + token)))
          .containsExactly("run-as-root-possible: " + CONTEXT + "runAsNonRoot");
      assertThat(
              recommended.reports(
                  podWith("{windowsOptions: {hostProcess: true}}", windows + token)))
          .contains("windows-host-process: " + CONTEXT + "windowsOptions.hostProcess");
    }
  }

  @Test
  void t29ProcMounts() {
    Scan scan = Scan.with("proc-mount-unmasked");
    assertThat(scan.reports(podWith("{procMount: Default}"))).isEmpty();
    assertThat(scan.reports(podWith("{procMount: Unmasked}")))
        .containsExactly("proc-mount-unmasked: " + CONTEXT + "procMount");
  }

  @Test
  void t30SeccompProfiles() {
    Scan scan =
        Scan.with("seccomp-profile-missing", "seccomp-unconfined", "seccomp-not-runtime-default");
    String good = "securityContext: {seccompProfile: {type: RuntimeDefault}}\n";
    assertThat(scan.reports(podWith("{}", good))).isEmpty();
    assertThat(scan.reports(podWith("{seccompProfile: {type: Unconfined}}", good)))
        .containsExactly("seccomp-unconfined: " + CONTEXT + "seccompProfile.type");
    assertThat(scan.reports(podWith("{seccompProfile: {type: Localhost, localhostProfile: a}}")))
        .containsExactly("seccomp-not-runtime-default: " + CONTEXT + "seccompProfile.type");
    assertThat(
            scan.reports(podWith("{}", "securityContext: {seccompProfile: {type: Unconfined}}\n")))
        .containsExactly("seccomp-unconfined: " + POD_CONTEXT + "seccompProfile.type");
    assertThat(scan.reports(podWith("{}")))
        .containsExactly("seccomp-profile-missing: " + CONTEXT + "seccompProfile");
    String annotated =
        podWith("{}")
            .replace(
                "namespace: shop",
                "annotations: {seccomp.security.alpha.kubernetes.io/pod: runtime/default}");
    assertThat(scan.messages(annotated))
        .singleElement()
        .asString()
        .startsWith("seccomp-profile-missing: ")
        .contains("has no effect since Kubernetes 1.27");
    assertThat(scan.on("1.26").reports(annotated)).isEmpty();
  }

  @Test
  void t31AppArmorProfiles() {
    Scan scan = Scan.with("apparmor-unconfined", "apparmor-profile-missing");
    assertThat(scan.reports(podWith("{}")))
        .containsExactly("apparmor-profile-missing: " + CONTEXT + "appArmorProfile");
    assertThat(Scan.withRecommended().reports(podWith("{}")))
        .noneMatch(report -> report.contains("apparmor"));
    assertThat(scan.reports(podWith("{appArmorProfile: {type: RuntimeDefault}}"))).isEmpty();
    assertThat(scan.reports(podWith("{appArmorProfile: {type: Localhost, localhostProfile: a}}")))
        .isEmpty();
    assertThat(scan.reports(podWith("{appArmorProfile: {type: Unconfined}}")))
        .containsExactly("apparmor-unconfined: " + CONTEXT + "appArmorProfile.type");
    String key = "container.apparmor.security.beta.kubernetes.io/app";
    String annotated =
        podWith("{}").replace("namespace: shop", "annotations: {" + key + ": unconfined}");
    assertThat(scan.reports(annotated))
        .containsExactly("apparmor-unconfined: metadata.annotations['" + key + "']");
    assertThat(scan.reports(annotated.replace(": unconfined", ": runtime/default"))).isEmpty();
  }

  @Test
  void t32SELinuxLabels() {
    Scan scan = Scan.with("selinux-custom-options");
    assertThat(scan.reports(podWith("{}"))).isEmpty();
    assertThat(scan.reports(podWith("{seLinuxOptions: {type: container_t}}"))).isEmpty();
    assertThat(scan.reports(podWith("{seLinuxOptions: {type: spc_t}}")))
        .containsExactly("selinux-custom-options: " + CONTEXT + "seLinuxOptions.type");
    assertThat(scan.reports(podWith("{}", "securityContext: {seLinuxOptions: {user: root}}\n")))
        .containsExactly("selinux-custom-options: " + POD_CONTEXT + "seLinuxOptions.user");
    String engine = podWith("{seLinuxOptions: {type: container_engine_t}}");
    assertThat(scan.reports(engine)).isEmpty();
    assertThat(scan.on("1.30").reports(engine))
        .containsExactly("selinux-custom-options: " + CONTEXT + "seLinuxOptions.type");
  }

  @Test
  void t33SafeSysctls() {
    Scan scan = Scan.with("unsafe-sysctl");
    String manifest =
        pod(
            """
            securityContext:
              sysctls:
                - {name: net.ipv4.ip_unprivileged_port_start, value: "0"}
                - {name: kernel.shm_rmid_forced, value: "1"}
                - {name: net.ipv4.ip_local_reserved_ports, value: "8080"}
                - {name: net.core.somaxconn, value: "1024"}
                - {name: kernel/msgmax, value: "65536"}
            containers:
              - {name: app, image: example.com/app:1.0}
            """);
    assertThat(scan.reports(manifest))
        .containsExactly(
            "unsafe-sysctl: " + POD_CONTEXT + "sysctls[3].name",
            "unsafe-sysctl: " + POD_CONTEXT + "sysctls[4].name");
    assertThat(scan.on("1.26").reports(manifest))
        .containsExactly(
            "unsafe-sysctl: " + POD_CONTEXT + "sysctls[2].name",
            "unsafe-sysctl: " + POD_CONTEXT + "sysctls[3].name",
            "unsafe-sysctl: " + POD_CONTEXT + "sysctls[4].name");
  }

  @Test
  void t15NoSecurityContextAtAll() {
    Scan scan = Scan.withRecommended();
    String none =
        pod(
            """
            automountServiceAccountToken: false
            containers:
              - {name: app, image: example.com/app:1.0}
            """);
    assertThat(scan.reports(none))
        .containsExactlyInAnyOrder(
            "capabilities-drop-all-missing: " + CONTEXT + "capabilities.drop",
            "privilege-escalation-not-disabled: " + CONTEXT + "allowPrivilegeEscalation",
            "root-without-need: spec.containers[0].name",
            "seccomp-profile-missing: " + CONTEXT + "seccompProfile",
            "writable-root-filesystem: " + CONTEXT + "readOnlyRootFilesystem");
    ClusterProfile profiled = new ClusterProfile(KubernetesVersion.LATEST, true, true, true);
    assertThat(scan.on(profiled).reports(none))
        .containsExactlyInAnyOrder(
            "capabilities-drop-all-missing: " + CONTEXT + "capabilities.drop",
            "privilege-escalation-not-disabled: " + CONTEXT + "allowPrivilegeEscalation",
            "writable-root-filesystem: " + CONTEXT + "readOnlyRootFilesystem");
    assertThat(
            Scan.withRecommended()
                .reports(
                    none.replace(
                        "containers:",
                        "securityContext: {runAsNonRoot: true, seccompProfile: {type:"
                            + " RuntimeDefault}}\n  containers:")))
        .containsExactlyInAnyOrder(
            "capabilities-drop-all-missing: " + CONTEXT + "capabilities.drop",
            "privilege-escalation-not-disabled: " + CONTEXT + "allowPrivilegeEscalation",
            "writable-root-filesystem: " + CONTEXT + "readOnlyRootFilesystem");
  }
}
