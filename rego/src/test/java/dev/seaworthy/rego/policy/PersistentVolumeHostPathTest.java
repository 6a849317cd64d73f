package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class PersistentVolumeHostPathTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("persistent-volume-host-path"));

  @Test
  void flagsEveryHostPath() {
    rule.check(
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: PersistentVolume
            metadata: {name: data}
            spec:
              hostPath: {path: /data/} #! persistent volume 'data' gives whoever claims it '/data' of the node
          - apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pods}
            spec:
              hostPath: {path: /var/lib/kubelet/pods} #! '/var/lib/kubelet/pods' of the node, which holds the kubelet's credentials
          - apiVersion: v1
            kind: PersistentVolume
            metadata: {name: cron}
            spec:
              hostPath: {path: /etc/cron.d} #! '/etc/cron.d' of the node, which lets it run programs as root
        """);
  }

  @Test
  void flagsALocalVolumeWhereMoreThanItsDataLies() {
    rule.check(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk}
        spec:
          local: {path: /mnt/disks/ssd1}
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: raw}
        spec:
          volumeMode: Block
          local: {path: /dev/sdb}
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: etcd}
        spec:
          local:
            path: /var/lib/etcd/../etcd #! persistent volume 'etcd' gives whoever claims it '/var/lib/etcd' of the node, which holds every object
        """);
  }

  @Test
  void leavesOtherSourcesAndOtherObjectsAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: PersistentVolume
        spec: {csi: {driver: csi.example.com, volumeHandle: "1"}}
        ---
        apiVersion: v1
        kind: PersistentVolume
        spec: nothing
        ---
        apiVersion: storage.example.com/v1
        kind: PersistentVolume
        spec: {hostPath: {path: /}}
        ---
        apiVersion: v1
        kind: Pod
        spec:
          volumes: [{name: root, hostPath: {path: /}}]
        """);
  }
}
