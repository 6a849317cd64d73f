package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidVolumeMountTest {

  private final RuleTester rule = RuleTester.of(new InvalidVolumeMount());

  @Test
  void flagsVolumesThatThePodDoesNotHave() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          volumeClaimTemplates: [{metadata: {name: data}}]
          template:
            spec:
              volumes: [{name: config, configMap: {name: db}}]
              initContainers:
                - name: setup
                  volumeMounts: [{name: data, mountPath: /data}]
              containers:
                - name: db
                  volumeMounts:
                    - name: config
                      mountPath: /etc/db
                    - name: confg #! container 'db' mounts volume 'confg', which the pod does not have; did you mean 'config'?
                      mountPath: /etc/other
                    - {name: "${VOLUME}", mountPath: /x}
                  volumeDevices:
                    - {name: raw, devicePath: /dev/x} #! container 'db' uses volume 'raw', which the pod
        """);
  }

  @Test
  void aPodWithoutANameIsCompletedByAnotherProgram() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts: [{name: workspace, mountPath: /work}]
        """);
  }

  @Test
  void flagsPathsThatComeTwice() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes: [{name: a, persistentVolumeClaim: {claimName: a}}, {name: b, emptyDir: {}}]
          containers:
            - name: app
              volumeMounts:
                - {name: a, mountPath: /data}
                - {name: b, mountPath: /data} #! container 'app' has two volumes at '/data'
                - {name: b, mountPath: /data/}
              volumeDevices:
                - {name: a, devicePath: /dev/a} #! container 'app' has volume 'a' as a folder and as a device
                - {name: b, devicePath: /data} #! has two volumes at '/data' #! has volume 'b' as a folder #! comes from no claim
            - name: side
              volumeMounts: [{name: a, mountPath: /data}]
        """);
  }

  @Test
  void flagsPartsThatLieOutsideTheVolume() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes: [{name: a, emptyDir: {}}]
          containers:
            - name: app
              volumeMounts:
                - {name: a, mountPath: /a, subPath: /etc} #! 'subPath' '/etc' is no path within the volume
                - {name: a, mountPath: /b, subPathExpr: a/../b} #! 'subPathExpr' 'a/../b' is no path
                - {name: a, mountPath: /c, subPath: a..b, subPathExpr: $(POD)} #! either 'subPath' or
                - {name: a, mountPath: /d, subPath: a/b}
        """);
  }

  @Test
  void onlyPrivilegedContainersHandMountsBackToTheHost() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes: [{name: a, hostPath: {path: /a}}]
          containers:
            - name: app
              volumeMounts:
                - name: a
                  mountPath: /a
                  mountPropagation: Bidirectional #! is for privileged containers, and container 'app' is
            - name: driver
              securityContext: {privileged: true}
              volumeMounts: [{name: a, mountPath: /a, mountPropagation: Bidirectional}]
            - name: reader
              volumeMounts: [{name: a, mountPath: /a, mountPropagation: HostToContainer}]
        """);
  }

  @Test
  void whatIsReadOnlyAllTheWayDownIsReadOnly() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes: [{name: a, hostPath: {path: /a}}]
          containers:
            - name: app
              volumeMounts:
                - {name: a, mountPath: /a, recursiveReadOnly: Enabled} #! 'recursiveReadOnly' 'Enabled' needs 'readOnly' true
                - {name: a, mountPath: /b, recursiveReadOnly: IfPossible, readOnly: true, mountPropagation: HostToContainer} #! excludes 'mountPropagation'
                - {name: a, mountPath: /c, recursiveReadOnly: Disabled}
                - {name: a, mountPath: /d, recursiveReadOnly: Enabled, readOnly: true, mountPropagation: None}
        """);
  }

  @Test
  void flagsDevicesThatComeTwiceOrGoUp() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]
          containers:
            - name: app
              volumeDevices:
                - {name: a, devicePath: /dev/../a} #! the path of a device has no '..'
                - {name: a, devicePath: /dev/b} #! container 'app' has device 'a' twice
        """);
  }
}
