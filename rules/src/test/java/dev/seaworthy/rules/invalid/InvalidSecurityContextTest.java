package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidSecurityContextTest {

  private final RuleTester rule = RuleTester.of(new InvalidSecurityContext());

  private RuleTester on(int minor) {
    return rule.on(ClusterProfile.of(new KubernetesVersion(1, minor)));
  }

  private static String unmarked(String yaml) {
    return yaml.replaceAll("#!.*", "");
  }

  @Test
  void flagsRootThatMustNotBeRoot() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            runAsNonRoot: true
            runAsUser: 0 #! the kubelet will not start init container 'a' and container 'b'
          initContainers:
            - name: a
          containers:
            - name: b
            - name: c
              securityContext: {runAsUser: 1}
            - name: d
              securityContext: {runAsNonRoot: false}
            - name: e
              securityContext: {runAsUser: 0} #! the kubelet will not start container 'e'
        """;
    rule.check(yaml);
    assertThat(rule.findings(yaml).get(0).related())
        .singleElement()
        .satisfies(other -> assertThat(other.location()).hasToString("test.yaml:5:19"));
    rule.check(yaml.replace("spec:", "spec:\n  hostUsers: false"));
    rule.check(
        unmarked(yaml.replace("spec:", "spec:\n  nodeSelector: {kubernetes.io/os: windows}")));
  }

  @Test
  void flagsPrivilegesThatAreEscalation() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              securityContext:
                allowPrivilegeEscalation: false
                privileged: true #! container 'app' is privileged, so 'allowPrivilegeEscalation' cannot
                capabilities:
                  add: [CAP_SYS_ADMIN] #! container 'app' adds 'CAP_SYS_ADMIN', so
            - name: unnoticed
              securityContext:
                allowPrivilegeEscalation: false
                capabilities: {add: [SYS_ADMIN]}
            - name: fine
              securityContext: {privileged: true}
        """);
  }

  @Test
  void flagsAnUnmaskedProcWithoutAUserNamespace() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              securityContext: {procMount: Unmasked} #! 'procMount' 'Unmasked' of container 'app' needs
        """;
    rule.check(yaml);
    rule.check(unmarked(yaml.replace("spec:", "spec:\n  hostUsers: false")));
    on(32).check(unmarked(yaml));
  }

  @Test
  void flagsNamespacesOfTheHostBesideAUserNamespace() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          hostPID: true #! 'hostPID' excludes a user namespace of the pod's own
          hostIPC: true #! 'hostIPC' excludes
          hostNetwork: true #! 'hostNetwork' excludes
          containers: [{name: app}]
        """;
    on(34).check(yaml);
    on(35).check(yaml.replaceAll("Network: true #.*", "Network: true"));
    on(32).check(unmarked(yaml));
    on(34).check(unmarked(yaml.replace("hostUsers: false", "hostUsers: true")));
  }

  @Test
  void flagsBlockDevicesBesideAUserNamespace() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          containers:
            - name: app
              volumeDevices: #! container 'app' has block devices, which a user namespace excludes
                - {name: a, devicePath: /dev/a}
        """;
    rule.check(yaml);
    on(34).check(unmarked(yaml));
  }

  @Test
  void flagsSharedProcessesOfThePodAndOfTheHost() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostPID: true
          shareProcessNamespace: true #! 'shareProcessNamespace' and 'hostPID' exclude each other
          containers: [{name: app}]
        """);
  }

  @Test
  void flagsProfilesThatDoNotFitTheirType() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            seccompProfile:
              type: Localhost #! 'seccompProfile' 'Localhost' needs a 'localhostProfile'
          containers:
            - name: app
              securityContext:
                seccompProfile:
                  type: RuntimeDefault
                  localhostProfile: a.json #! 'seccompProfile' 'RuntimeDefault' has no 'localhostProfile'
            - name: side
              securityContext:
                seccompProfile: {type: runtime/default, localhostProfile: a.json}
            - name: fine
              securityContext:
                seccompProfile: {type: Localhost, localhostProfile: a.json}
        """;
    rule.check(yaml);
    rule.check(yaml.replace("seccomp", "appArmor"));
    on(29).check(unmarked(yaml.replace("seccomp", "appArmor")));
  }

  @Test
  void flagsProfilesOutsideTheirFolder() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            seccompProfile: {type: Localhost, localhostProfile: /a.json} #! '/a.json' is no path within the folder of profiles
            appArmorProfile: {type: Localhost, localhostProfile: ""} #! 'appArmorProfile' 'Localhost' needs a
          containers:
            - name: app
              securityContext:
                seccompProfile: {type: Localhost, localhostProfile: ../a.json} #! '../a.json' is no path
                appArmorProfile: {type: Localhost, localhostProfile: "a "} #! has blanks at an end
            - name: fine
              securityContext:
                seccompProfile: {type: Localhost, localhostProfile: ""}
                appArmorProfile: {type: Localhost, localhostProfile: /a}
        """);
  }

  @Test
  void flagsSysctlsThatCannotBeSet() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: true
          hostIPC: true
          securityContext:
            sysctls:
              - {name: net.core.somaxconn, value: "1"} #! 'net.core.somaxconn' would be the host's, as 'hostNetwork'
              - {name: kernel/shm_rmid_forced, value: "1"} #! would be the host's, as 'hostIPC' is true
              - {name: kernel.sem_next_id, value: "1"}
              - {name: vm.x, value: "1"}
          containers: [{name: app}]
        """;
    rule.check(yaml);
    on(29).check(unmarked(yaml));
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            sysctls:
              - {name: net.core.somaxconn, value: "1"}
              - {name: net.core.somaxconn, value: "2"} #! sysctl 'net.core.somaxconn' is there twice
              - {name: A.b, value: "2"} #! 'A.b' is no name of a sysctl
              - {name: a..b, value: "2"} #! 'a..b' is no name of a sysctl
              - {name: "${SYSCTL}", value: "2"}
          containers: [{name: app}]
        """);
  }

  @Test
  void flagsIdsOutOfRange() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            runAsUser: -1 #! 'runAsUser' -1 is no ID
            fsGroup: 2147483648 #! 'fsGroup' 2147483648 is no ID
            supplementalGroups:
              - 2147483647
              - -5 #! supplementary group -5 is no ID
          containers:
            - name: app
              securityContext:
                runAsUser: 65534
                runAsGroup: -2 #! 'runAsGroup' -2 is no ID
        """);
  }

  @Test
  void flagsPodsThatAreProcessesOfTheHostInPart() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: true
          containers:
            - name: app
              securityContext:
                windowsOptions:
                  hostProcess: true #! either all containers of a pod are processes of the host
            - name: side
        """);
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            windowsOptions:
              hostProcess: true #! a pod with processes of the host needs 'hostNetwork' true
          containers: [{name: app}]
        """);
  }
}
