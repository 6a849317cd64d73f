package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidPersistentVolumeTest {

  private final RuleTester rule = RuleTester.of(new InvalidPersistentVolume());

  @Test
  void flagsNoSourceOrTwo() {
    rule.check(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: x}
        spec: #! the volume needs a source, such as 'csi' or 'nfs'
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteOnce]
        """);
  }

  @Test
  void flagsTwoSources() {
    rule.check(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: x}
        spec:
          capacity: {storage: 0, cpu: 1} #! '0' of 'storage' is not more than nothing #! a volume has a capacity of 'storage' alone, not 'cpu'
          accessModes: [ReadWriteOncePod, ReadWriteOnce] #! 'ReadWriteOncePod' excludes other modes of access: write it alone
          nfs: {server: files.example.com, path: /x}
          hostPath: {path: /data/../etc} #! the volume has both 'nfs' and 'hostPath': keep one #! path '/data/../etc' of a volume must not hold '..'
        """);
  }

  @Test
  void flagsALocalFolderOfNoNode() {
    rule.check(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: x}
        spec: #! a local volume needs a 'nodeAffinity', which says what node has it
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteOnce]
          local: {path: /mnt/disk}
        """);
  }

  @Test
  void flagsAnAffinityToNothing() {
    rule.check(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: x}
        spec:
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteOnce]
          nodeAffinity: {} #! 'nodeAffinity' of a volume needs 'required'
          csi: {driver: disk.example.com, volumeHandle: a}
        """);
  }

  @Test
  void leavesMisspeltSourcesToTheSchema() {
    rule.check(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: x}
        spec:
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteOnce]
          hostpath: {path: /x}
        """);
  }

  @Test
  void flagsClaimsOfNothing() {
    rule.check(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: x}
        spec:
          accessModes: [ReadWriteOncePod, ReadWriteMany] #! 'ReadWriteOncePod' excludes other modes of access: write it alone
          resources:
            requests:
              storage: -1Gi #! '-1Gi' of 'storage' is not more than nothing
        """);
  }
}
