package dev.seaworthy.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fixtures of the admission plugin do not cover. */
class PodSecurityTest {

  /** Nothing is wrong with it at any version. */
  private static final String GOOD =
      "{runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]},"
          + " seccompProfile: {type: RuntimeDefault}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          v1.0  | 11 | 12
          v1.7  | 11 | 12
          v1.8  | 11 | 13
          v1.22 | 11 | 13
          v1.23 | 11 | 14
          v1.33 | 11 | 14
          v1.34 | 12 | 15
          v1.37 | 12 | 15
          v1.99 | 12 | 15
          latest| 12 | 15
          """)
  void checksComeAndGoWithVersions(String version, int baseline, int restricted) {
    PodSecurityVersion at = PodSecurityVersion.of(version).orElseThrow();
    assertThat(PodSecurity.checks(PodSecurityLevel.PRIVILEGED, at)).isEmpty();
    assertThat(PodSecurity.checks(PodSecurityLevel.BASELINE, at)).hasSize(baseline);
    assertThat(PodSecurity.checks(PodSecurityLevel.RESTRICTED, at)).hasSize(restricted);
  }

  @Test
  void checksRunInTheOrderOfTheApiServer() {
    assertThat(PodSecurity.checks(PodSecurityLevel.RESTRICTED, PodSecurityVersion.LATEST))
        .containsExactly(
            "appArmorProfile",
            "hostNamespaces",
            "hostPorts",
            "hostProbesAndHostLifecycle",
            "privileged",
            "seLinuxOptions",
            "sysctls",
            "windowsHostProcess",
            "allowPrivilegeEscalation",
            "capabilities_restricted",
            "procMount_restricted",
            "restrictedVolumes",
            "runAsNonRoot",
            "runAsUser",
            "seccompProfile_restricted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # either side of a version
          v1.33 | baseline   | containers: [{name: a, livenessProbe: {httpGet: {host: x}}}]                          |
          v1.34 | baseline   | containers: [{name: a, startupProbe: {tcpSocket: {host: 127.0.0.1}}}]                 | hostProbesAndHostLifecycle
          v1.34 | baseline   | containers: [{name: a, lifecycle: {preStop: {tcpSocket: {host: x}}}}]                 | hostProbesAndHostLifecycle
          v1.34 | baseline   | containers: [{name: a, lifecycle: {postStart: {httpGet: {host: ""}}}}]                |
          v1.30 | baseline   | securityContext: {seLinuxOptions: {type: container_engine_t}}                         | seLinuxOptions
          v1.31 | baseline   | securityContext: {seLinuxOptions: {type: container_engine_t, level: s0}}              |
          v1.26 | baseline   | securityContext: {sysctls: [{name: net.ipv4.ip_local_reserved_ports, value: a}]}      | sysctls
          v1.27 | baseline   | securityContext: {sysctls: [{name: net.ipv4.ip_local_reserved_ports, value: a}]}      |
          v1.28 | baseline   | securityContext: {sysctls: [{name: net.ipv4.tcp_fin_timeout, value: a}]}              | sysctls
          v1.29 | baseline   | securityContext: {sysctls: [{name: net.ipv4.tcp_fin_timeout, value: a}]}              |
          v1.31 | baseline   | securityContext: {sysctls: [{name: net.ipv4.tcp_rmem, value: a}]}                     | sysctls
          v1.32 | baseline   | securityContext: {sysctls: [{name: net.ipv4.tcp_rmem, value: a}]}                     |
          v1.36 | baseline   | securityContext: {sysctls: [{name: net.ipv4.tcp_notsent_lowat, value: a}]}            | sysctls
          v1.37 | baseline   | securityContext: {sysctls: [{name: net.ipv4.tcp_notsent_lowat, value: a}]}            |
          latest| baseline   | securityContext: {sysctls: [{name: net/ipv4/tcp_rmem, value: a}]}                     | sysctls
          v1.34 | baseline   | hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]     | procMount
          v1.35 | baseline   | hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]     |
          v1.35 | baseline   | hostUsers: true, containers: [{name: a, securityContext: {procMount: Unmasked}}]      | procMount
          v1.35 | restricted | hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, seccompProfile: {type: Localhost}}}] | procMount_restricted
          v1.7  | restricted | securityContext: {runAsNonRoot: true}, containers: [{name: a}]                        |
          v1.8  | restricted | securityContext: {runAsNonRoot: true}, containers: [{name: a}]                        | allowPrivilegeEscalation
          # users
          v1.22 | restricted | securityContext: {runAsUser: 0}, containers: [{name: a, securityContext: @}]          |
          v1.23 | restricted | securityContext: {runAsUser: 0}, containers: [{name: a, securityContext: @}]          | runAsUser
          v1.34 | restricted | hostUsers: false, securityContext: {runAsUser: 0, runAsNonRoot: false}, containers: [{name: a, securityContext: @}] | runAsNonRoot, runAsUser
          v1.35 | restricted | hostUsers: false, securityContext: {runAsUser: 0, runAsNonRoot: false}, containers: [{name: a, securityContext: @}] |
          v1.37 | restricted | securityContext: {runAsNonRoot: false}, containers: [{name: a, securityContext: @}]   | runAsNonRoot
          v1.37 | restricted | securityContext: {runAsNonRoot: null}, containers: [{name: a, securityContext: @}]    |
          # Windows
          v1.24 | restricted | os: {name: windows}, securityContext: {runAsNonRoot: true}, containers: [{name: a}]   | allowPrivilegeEscalation, capabilities_restricted, seccompProfile_restricted
          v1.25 | restricted | os: {name: windows}, securityContext: {runAsNonRoot: true}, containers: [{name: a}]   |
          v1.25 | restricted | os: {name: windows}, containers: [{name: a}]                                          | runAsNonRoot
          v1.25 | restricted | nodeSelector: {kubernetes.io/os: windows}, securityContext: {runAsNonRoot: true}, containers: [{name: a}] | allowPrivilegeEscalation, capabilities_restricted, seccompProfile_restricted
          latest| baseline   | securityContext: {windowsOptions: {hostProcess: true}}                                | windowsHostProcess
          latest| baseline   | containers: [{name: a, securityContext: {windowsOptions: {hostProcess: true}}}]       | windowsHostProcess
          # profiles
          v1.0  | baseline   | securityContext: {appArmorProfile: {type: Unconfined}}                                | appArmorProfile
          v1.0  | baseline   | securityContext: {appArmorProfile: {}}                                                | appArmorProfile
          latest| baseline   | containers: [{name: a, securityContext: {appArmorProfile: {type: Localhost}}}]        |
          v1.18 | baseline   | securityContext: {seccompProfile: {type: Unconfined}}                                 |
          v1.19 | baseline   | securityContext: {seccompProfile: {type: Unconfined}}                                 | seccompProfile_baseline
          v1.19 | baseline   | securityContext: {seccompProfile: {}}                                                 | seccompProfile_baseline
          latest| restricted | securityContext: {seccompProfile: {type: Unconfined}}, containers: [{name: a, securityContext: @}] | seccompProfile_restricted
          # volumes
          latest| restricted | volumes: [{name: a}, {name: b, csi: {}}, {name: c, ephemeral: {}}, {name: d, image: {}}] |
          latest| restricted | volumes: [{name: a, nfs: {}}, {name: b, hostPath: {}}]                                | restrictedVolumes
          latest| baseline   | volumes: [{name: b, hostPath: {}}, {name: c, hostPath: null}]                         | hostPathVolumes
          # capabilities
          latest| baseline   | containers: [{name: a, securityContext: {capabilities: {add: [chown]}}}]              | capabilities_baseline
          latest| baseline   | containers: [{name: a, securityContext: {capabilities: {add: [CAP_CHOWN]}}}]          | capabilities_baseline
          # ephemeral containers
          latest| baseline   | ephemeralContainers: [{name: a, securityContext: {privileged: true}}]                 | privileged
          latest| baseline   | ephemeralContainers: [{name: a, ports: [{hostPort: 80}]}]                             | hostPorts
          latest| restricted | ephemeralContainers: [{name: a}]                                                      | allowPrivilegeEscalation, capabilities_restricted, runAsNonRoot, seccompProfile_restricted
          latest| baseline   | containers: [{name: a, ports: [{hostPort: 0}]}], hostUsers: null                      |
          # the rest
          latest| baseline   | hostNetwork: true, hostPID: false, shareProcessNamespace: true                        | hostNamespaces
          latest| privileged | hostNetwork: true                                                                     |
          """)
  void judgesAsTheApiServer(String version, String level, String spec, String checks) {
    assertThat(violated("", spec, level, version)).isEqualTo(checks == null ? "" : checks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          latest| container.apparmor.security.beta.kubernetes.io/nobody: unconfined | appArmorProfile
          latest| container.apparmor.security.beta.kubernetes.io/: ""               |
          latest| container.apparmor.security.beta.kubernetes.io/a: localhost/      |
          v1.18 | seccomp.security.alpha.kubernetes.io/pod: docker/default          |
          v1.18 | seccomp.security.alpha.kubernetes.io/pod: ""                      | seccompProfile_baseline
          v1.18 | container.seccomp.security.alpha.kubernetes.io/a: unconfined      | seccompProfile_baseline
          v1.18 | container.seccomp.security.alpha.kubernetes.io/nobody: unconfined |
          v1.19 | container.seccomp.security.alpha.kubernetes.io/a: unconfined      |
          """)
  void judgesAnnotations(String version, String annotation, String checks) {
    assertThat(violated(annotation, "containers: [{name: a}]", "baseline", version))
        .isEqualTo(checks == null ? "" : checks);
  }

  @Test
  void saysWhatTheApiServerSaysAndWhoOffends() {
    List<PodSecurityViolation> violations =
        PodSecurity.evaluate(
            Pods.in(
                pod(
                    "",
                    "initContainers: [{name: i}], containers: [{name: a, securityContext: @}]")),
            PodSecurityLevel.RESTRICTED,
            PodSecurityVersion.LATEST);

    assertThat(violations)
        .extracting(PodSecurityViolation::toString)
        .containsExactly(
            "allowPrivilegeEscalation != false (init container 'i' must set"
                + " securityContext.allowPrivilegeEscalation=false)",
            "unrestricted capabilities (init container 'i' must set"
                + " securityContext.capabilities.drop=['ALL'])",
            "runAsNonRoot != true (init container 'i' must set securityContext.runAsNonRoot=true)",
            "seccompProfile (init container 'i' must set securityContext.seccompProfile.type to"
                + " 'RuntimeDefault' or 'Localhost')");
    assertThat(violations.get(0).fields())
        .extracting(field -> field.path().toString())
        .containsExactly("spec.initContainers[0].securityContext.allowPrivilegeEscalation");
  }

  @ParameterizedTest
  @CsvSource({
    "1.24",
    "v1",
    "v2.0",
    "v1.01",
    "V1.24",
    "Latest",
    "v1.24.1",
    "' v1.24'",
    "v1.99999999999",
    "''"
  })
  void refusesWhatIsNoVersion(String text) {
    assertThat(PodSecurityVersion.of(text)).isEmpty();
    assertThat(PodSecurityVersion.of("v1.24\n")).isEmpty();
    assertThat(PodSecurityVersion.of("v1.10000")).isPresent();
  }

  private static String violated(String annotation, String spec, String level, String version) {
    return PodSecurity.evaluate(
            Pods.in(pod(annotation, spec)),
            PodSecurityLevel.of(level).orElseThrow(),
            PodSecurityVersion.of(version).orElseThrow())
        .stream()
        .map(PodSecurityViolation::check)
        .collect(Collectors.joining(", "));
  }

  private static String pod(String annotation, String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {annotations: {"
        + annotation
        + "}}, spec: {"
        + spec.replace("@", GOOD)
        + "}}";
  }
}
