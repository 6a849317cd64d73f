package dev.seaworthy.engine;

import static dev.seaworthy.engine.SuppressionFixture.analysed;

import dev.seaworthy.source.Source;
import org.junit.jupiter.api.Test;

class AnnotationSuppressionTest {

  @Test
  void onTheObjectCoversAllOfIt() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              annotations:
                ignore.seaworthy.dev/host-pid: looks at processes
                ignore.seaworthy.dev/KSV-0017: drives devices
            spec:
              hostPID: true
              hostIPC: true
              initContainers:
                - name: setup
                  securityContext: {privileged: true}
              containers:
                - name: app
                  securityContext: {privileged: true}
            """)
        .shows("10:12 host-ipc: 'hostIPC' is set")
        .hides(
            "9 host-pid ANNOTATION: looks at processes",
            "13 privileged-container ANNOTATION: drives devices",
            "16 privileged-container ANNOTATION: drives devices");
  }

  @Test
  void withTheNameOfAContainerCoversThatOne() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations:
                ignore.seaworthy.dev/privileged-container.setup: loads a kernel module
                ignore.seaworthy.dev/host-pid.setup: not a matter of containers
            spec:
              hostPID: true
              initContainers:
                - name: setup
                  securityContext: {privileged: true}
              containers:
                - name: app
                  securityContext: {privileged: true}
            """)
        .shows(
            "6:5 unused-suppression: suppression of 'host-pid' for container 'setup' suppresses"
                + " nothing",
            "8:12 host-pid: 'hostPID' is set",
            "14:37 privileged-container: container 'app' is privileged")
        .hides("11 privileged-container ANNOTATION: loads a kernel module");
  }

  @Test
  void ofAnUnknownContainerIsUnused() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations:
                ignore.seaworthy.dev/privileged-container.ap: drives devices
            spec:
              containers: [{name: app, securityContext: {privileged: true}}]
            """)
        .shows(
            "5:5 unused-suppression: suppression of 'privileged-container' for container 'ap'"
                + " suppresses nothing",
            "7:58 privileged-container: container 'app' is privileged");
  }

  @Test
  void onTheObjectOrAnyTemplateOnTheWayToThePodCounts() {
    analysed(
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata:
              annotations:
                ignore.seaworthy.dev/host-pid: on the object
            spec:
              jobTemplate:
                metadata:
                  annotations:
                    ignore.seaworthy.dev/host-ipc: on the job
                spec:
                  template:
                    metadata:
                      annotations:
                        ignore.seaworthy.dev/privileged-container: on the pod
                    spec:
                      hostPID: true
                      hostIPC: true
                      containers: [{name: app, securityContext: {privileged: true}}]
            """)
        .shows()
        .hides(
            "17 host-pid ANNOTATION: on the object",
            "18 host-ipc ANNOTATION: on the job",
            "19 privileged-container ANNOTATION: on the pod");
  }

  @Test
  void ofAnItemOfAListCoversThatItem() {
    analysed(
            """
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: Pod
                metadata:
                  annotations: {ignore.seaworthy.dev/host-pid: the first}
                spec: {hostPID: true}
              - apiVersion: v1
                kind: Pod
                spec: {hostPID: true}
            """)
        .shows("11:21 host-pid: 'hostPID' is set")
        .hides("8 host-pid ANNOTATION: the first");
  }

  @Test
  void coversItsOwnDocumentOnly() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            spec: {hostPID: true}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {annotations: {ignore.seaworthy.dev/host-pid: the second}}
            spec: {hostPID: true}
            """)
        .shows("3:17 host-pid: 'hostPID' is set")
        .hides("8 host-pid ANNOTATION: the second");
  }

  @Test
  void isReportedAtItsKeyWithoutAReasonOrForAnUnknownRule() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations:
                ignore.seaworthy.dev/host-pid: ""
                ignore.seaworthy.dev/host-icp: shares memory
                ignore.seaworthy.dev/: everything
            spec:
              hostPID: true
            """)
        .shows(
            "5:5 suppression-without-reason: suppression of 'host-pid' gives no reason",
            "6:5 invalid-suppression: suppression names unknown rule 'host-icp'; did you mean"
                + " 'host-ipc'?",
            "7:5 invalid-suppression: suppression names no rule: write"
                + " 'ignore.seaworthy.dev/rule-id: reason'")
        .hides("9 host-pid ANNOTATION: ");
  }

  @Test
  void writesTheSlashOfARuleAsADot() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations:
                ignore.seaworthy.dev/pod-security.hostNetwork: serves the node
            spec:
              hostNetwork: true
            """)
        .shows()
        .hides("7 pod-security/hostNetwork ANNOTATION: serves the node");
  }

  @Test
  void thatTwoObjectsShareIsUsedIfOneOfThemNeedsIt() {
    analysed(
            """
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: Pod
                metadata: &shared
                  annotations:
                    ignore.seaworthy.dev/host-pid: debugs the node
                    ignore.seaworthy.dev/host-ipc: nobody needs it
                spec: {hostPID: true}
              - apiVersion: v1
                kind: Pod
                metadata: *shared
                spec: {}
            """)
        .shows("9:9 unused-suppression: suppression of 'host-ipc' suppresses nothing")
        .hides("10 host-pid ANNOTATION: debugs the node");
  }

  @Test
  void inJsonCounts() {
    analysed(
            """
            {"apiVersion": "v1", "kind": "Pod",
             "metadata": {"annotations": {"ignore.seaworthy.dev\\/host-pid": "debugs the node"}},
             "spec": {"hostPID": true}}
            """)
        .shows()
        .hides("3 host-pid ANNOTATION: debugs the node");
  }

  @Test
  void isShownAndNotJudgedWhenNothingIsToBeIgnored() {
    analysed(
            IgnorePolicy.NONE,
            Source.of(
                "pod.yaml",
                """
                apiVersion: v1
                kind: Pod
                metadata: {annotations: {ignore.seaworthy.dev/host-pid: ""}}
                spec: {hostPID: true}
                """))
        .shows("4:17 host-pid: 'hostPID' is set")
        .hides();
  }
}
