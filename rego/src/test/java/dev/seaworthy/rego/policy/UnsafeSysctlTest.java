package dev.seaworthy.rego.policy;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class UnsafeSysctlTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("unsafe-sysctl"));

  @Test
  void saysWhatBecomesOfThePod() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            sysctls:
              - name: kernel.shm_rmid_forced
                value: "1"
              - name: net.ipv4.ip_unprivileged_port_start
                value: "0"
              - {name: net.ipv4.tcp_notsent_lowat, value: "16384"}
              - name: net.core.somaxconn #! sysctl 'net.core.somaxconn' is not safe: the pod starts only on nodes
                value: "1024"
              - {name: kernel.msgmax, value: "65536"} #! 'kernel.msgmax' is not safe
              - {name: kernel.shmmax, value: "65536"} #! 'kernel.shmmax' is not safe
              - {name: kernel.sem, value: "1 1 1 1"} #! 'kernel.sem' is not safe
              - {name: fs.mqueue.msg_max, value: "10"} #! 'fs.mqueue.msg_max' is not safe
              - {name: vm.swappiness, value: "0"} #! sysctl 'vm.swappiness' belongs to the whole node, so the kubelet
              - {name: kernel.semaphore, value: "0"} #! 'kernel.semaphore' belongs to the whole node
              - {name: network.x, value: "0"} #! 'network.x' belongs to the whole node
          containers: [{name: app}]
        """);
  }

  @Test
  void theSafeOnesDependOnTheVersion() {
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 29)))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              securityContext:
                sysctls:
                  - {name: net.ipv4.ip_local_reserved_ports, value: "8080"}
                  - {name: net.ipv4.tcp_fin_timeout, value: "30"}
                  - {name: net.ipv4.tcp_rmem, value: "1"} #! 'net.ipv4.tcp_rmem' counts as safe from Kubernetes 1.32 on: the pod starts only on nodes whose kubelet allows it
                  - {name: net.ipv4.tcp_notsent_lowat, value: "1"} #! counts as safe from Kubernetes 1.37 on
              containers: [{name: app}]
            """);
  }

  @Test
  void namespacesOfTheNodeHaveTheNodesSettings() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: true
          hostIPC: true
          securityContext:
            sysctls:
              #! sysctl 'net.ipv4.ip_unprivileged_port_start' is the node's own here, so the pod is refused: it has the node's network
              - {name: net.ipv4.ip_unprivileged_port_start, value: "0"}
              - {name: net.core.somaxconn, value: "1"} #! it has the node's network
              - {name: kernel.shm_rmid_forced, value: "1"} #! is the node's own here, so the pod is refused: it has the node's IPC namespace
              - {name: vm.swappiness, value: "0"} #! belongs to the whole node
          containers: [{name: app}]
        """);
  }

  @Test
  void slashesMeanTheSameAsDots() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            sysctls:
              - {name: net/ipv4/tcp_syncookies, value: "1"}
              - {name: net/ipv4/conf/eth0.7/forwarding, value: "1"} #! sysctl 'net/ipv4/conf/eth0.7/forwarding' is not safe
              - {name: vm/swappiness, value: "1"} #! belongs to the whole node
              - {name: net.ipv4/tcp_syncookies, value: "1"} #! 'net.ipv4/tcp_syncookies' is not safe
          containers: [{name: app}]
        """);
  }

  @Test
  void oddValuesAndWindowsAreNotItsBusiness() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            sysctls: [{value: "1"}, {name: 5}, {name: null}, vm.swappiness, null, [], {name: {a: b}}]
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {sysctls: {name: vm.swappiness}}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          securityContext: {sysctls: [{name: vm.swappiness, value: "1"}]}
          containers: [{name: app}]
        """);
  }
}
