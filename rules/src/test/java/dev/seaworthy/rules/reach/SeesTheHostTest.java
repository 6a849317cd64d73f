package dev.seaworthy.rules.reach;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SeesTheHostTest {

  private final RuleTester rule = RuleTester.of(new SeesTheHost());

  @Test
  void seesProcessesOfTheNode() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: watcher}
        spec:
          automountServiceAccountToken: false
          hostPID: true #! workload sees the host in 1 step: pod has 'hostPID'; first, set 'hostPID' to 'false'
          containers:
            - name: app
              image: app
              securityContext:
                runAsNonRoot: true
                runAsUser: 1000
                allowPrivilegeEscalation: false
                capabilities: {drop: [ALL]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: contained}
        spec:
          automountServiceAccountToken: false
          containers:
            - name: app
              image: app
              securityContext:
                runAsNonRoot: true
                runAsUser: 1000
                allowPrivilegeEscalation: false
                capabilities: {drop: [ALL]}
        """);
  }

  @Test
  void whatTakesTheNodeIsNotItsMatter() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          hostPID: true
          containers:
            - name: app
              image: app
              securityContext: {privileged: true}
        """);
  }
}
