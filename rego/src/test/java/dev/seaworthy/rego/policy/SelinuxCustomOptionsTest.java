package dev.seaworthy.rego.policy;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SelinuxCustomOptionsTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("selinux-custom-options"));

  @Test
  void flagsTypesUsersAndRoles() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            seLinuxOptions:
              type: spc_t #! type 'spc_t' of the pod lifts all confinement by SELinux from container 'a' and container 'b'
              level: "s0:c1,c2"
          containers:
            - name: a
            - name: b
            - name: c
              securityContext:
                seLinuxOptions:
                  type: db_t #! type 'db_t' is none of the SELinux types that confine containers, but is set for container 'c'
                  user: system_u #! user 'system_u' replaces the runtime's SELinux user for container 'c'
                  role: sysadm_r #! role 'sysadm_r' replaces the runtime's SELinux role for container 'c'
            - name: d
              securityContext: {seLinuxOptions: {type: container_t}}
            - name: e
              securityContext: {seLinuxOptions: {type: "", user: "", role: ""}}
            - name: f
              securityContext: {seLinuxOptions: {}}
            - name: g
              securityContext: {seLinuxOptions: {level: s0}}
            - name: h
              securityContext: {seLinuxOptions: {type: container_init_t}}
            - name: i
              securityContext: {seLinuxOptions: {type: container_kvm_t}}
            - name: j
              securityContext: {seLinuxOptions: {type: container_engine_t}}
        """);
  }

  @Test
  void theEnginesTypeIsAllowedSince131() {
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: engine
                  securityContext: {seLinuxOptions: {type: container_engine_t}} #! type 'container_engine_t'
            """);
  }

  @Test
  void isSilentWhereSeLinuxConfinesNothing() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: nothing
            - name: privileged
              securityContext: {privileged: true, seLinuxOptions: {type: spc_t}}
            - name: odd
              securityContext: {seLinuxOptions: spc_t}
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app, securityContext: {seLinuxOptions: {type: spc_t}}}]
        """);
  }
}
