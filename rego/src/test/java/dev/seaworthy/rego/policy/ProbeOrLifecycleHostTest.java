package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ProbeOrLifecycleHostTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("probe-or-lifecycle-host"));

  @Test
  void flagsTheHostOfEachProbeAndHook() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              initContainers:
                - name: proxy
                  restartPolicy: Always
                  startupProbe:
                    #! init container 'proxy' makes the node connect to 'db.example' for its startup probe
                    tcpSocket: {host: db.example, port: 5432}
              containers:
                - name: app
                  livenessProbe:
                    httpGet:
                      path: /latest/meta-data
                      port: 80
                      host: 169.254.169.254 #! connect to '169.254.169.254' for its liveness probe
                  readinessProbe:
                    tcpSocket:
                      host: 10.0.0.1 #! for its readiness probe
                      port: 22
                  lifecycle:
                    postStart:
                      httpGet: {host: hooks.example, port: 80} #! for its 'postStart' hook
                    preStop:
                      httpGet: {host: hooks.example, port: 80} #! for its 'preStop' hook
              ephemeralContainers:
                - name: debug
                  livenessProbe: {httpGet: {host: a.example}} #! ephemeral container 'debug' makes
        """);
  }

  @Test
  void isSilentWhereThePodItselfIsAsked() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              livenessProbe:
                httpGet:
                  host: ""
                  port: 80
                  httpHeaders: [{name: Host, value: shop.example}]
              readinessProbe: {tcpSocket: {port: 80, host: null}}
              startupProbe: {grpc: {port: 80, host: elsewhere}, exec: {host: elsewhere}}
              lifecycle: {preStop: {sleep: {seconds: 5}}, postStart: [httpGet]}
            - name: odd
              livenessProbe: httpGet
              readinessProbe: {httpGet: {host: 127}}
              lifecycle: none
        """);
  }

  @Test
  void theLoopbackAddressIsThatOfTheNode() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              livenessProbe:
                #! connect to '127.0.0.1' for its liveness probe, which is the node itself and not the pod
                httpGet: {host: 127.0.0.1, port: 10250}
        """);
  }

  @Test
  void inTheNodesNetworkTheLoopbackAddressIsThePods() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: true
          containers:
            - name: apiserver
              livenessProbe: {httpGet: {host: 127.0.0.1, port: 6443}}
              readinessProbe: {httpGet: {host: Localhost, port: 6443}}
              startupProbe: {tcpSocket: {host: "::1", port: 6443}}
              lifecycle:
                postStart: {httpGet: {host: 127.0.0.1.example, port: 80}} #! '127.0.0.1.example'
        """);
  }

  @Test
  void saysThatHooksCannotOpenSockets() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              lifecycle:
                preStop:
                  #! names host 'a.example' in its 'preStop' hook, which fails
                  tcpSocket: {host: a.example, port: 80}
        """);
  }
}
