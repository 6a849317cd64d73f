package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SysctlValueInjectionTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("sysctl-value-injection"));

  @Test
  void flagsValuesThatHoldMoreThanOne() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            sysctls:
              - name: kernel.shm_rmid_forced
                #! value '1+kernel.core_pattern=|/evil.sh #' sets more sysctls than 'kernel.shm_rmid_forced' where CRI-O
                value: "1+kernel.core_pattern=|/evil.sh #"
              - {name: net.ipv4.tcp_syncookies, value: "1+"} #! value '1+'
              - {value: "a=b"}
              - {name: net.ipv4.ip_local_port_range, value: "1024 65535"}
              - {name: net.ipv4.ip_local_reserved_ports, value: "80,443,8000-8010"}
              - {name: a+b, value: "1"}
              - {name: odd, value: 1}
              - {name: odd, value: ["1+"]}
              - {name: odd}
              - odd
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          securityContext: {sysctls: [{name: x, value: "1+"}]}
          containers: [{name: app}]
        """);
  }
}
