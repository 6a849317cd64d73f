package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class RawBlockDeviceTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("raw-block-device"));

  @Test
  void flagsEachDeviceOfAllContainers() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              volumeDevices: [{name: data, devicePath: /dev/xvda}] #! init container 'setup' gets volume 'data' as a raw device
          containers:
            - name: app
              volumeDevices:
                - name: data
                  devicePath: /dev/xvda #! container 'app' gets volume 'data' as a raw device, past
                - nothing
              volumeMounts: [{name: files, mountPath: /files}]
            - name: web
              volumeDevices: []
          volumes:
            - {name: data, persistentVolumeClaim: {claimName: data}}
            - {name: files, persistentVolumeClaim: {claimName: files}}
        """);
  }
}
