package dev.seaworthy.rules.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class HostPathThroughClaimTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: prod}
      spec:
        containers: [{name: app}]
        volumes:
          - name: data
            persistentVolumeClaim:
              claimName: files%s
      ---
      """;

  private final RuleTester rule = RuleTester.of(new HostPathThroughClaim());

  @Test
  void followsAClaimThatNamesItsVolume() {
    rule.check(
        pod("volume 'data' leads to '/srv/files' of the node, through 'PersistentVolume disk'")
            + """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: prod}
            spec: {volumeName: disk}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: disk}
            spec: {hostPath: {path: /srv/../srv//files/}}
            """);
  }

  @Test
  void followsAVolumeThatNamesItsClaim() {
    String claim =
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: files, namespace: prod}
        spec: {}
        ---
        """;
    String volume =
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk}
        spec: {claimRef: {name: files, namespace: %s}, local: {path: /mnt/disks/1}}
        """;
    rule.check(pod("leads to '/mnt/disks/1' of the node") + claim + volume.formatted("prod"));
    rule.check(POD.formatted("") + claim + volume.formatted("other"));
  }

  @Test
  void aSharedStorageClassMayBindThem() {
    rule.check(
        pod("volume 'data' may lead to '/srv/a' of the node")
            + """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: prod}
            spec: {storageClassName: manual}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: taken}
            spec: {storageClassName: manual, claimRef: {name: other}, hostPath: {path: /srv/b}}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: free}
            spec: {storageClassName: manual, hostPath: {path: /srv/a}}
            """);
  }

  @Test
  void aClaimOfNoClassIsBoundToAVolumeOfNone() {
    rule.check(
        pod("volume 'data' may lead to '/srv/a' of the node")
            + """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: prod}
            spec: {storageClassName: ""}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: classified}
            spec: {storageClassName: manual, hostPath: {path: /srv/b}}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: free}
            spec: {hostPath: {path: /srv/a}}
            """);
  }

  @Test
  void aClaimThatNamesNoClassGetsTheDefaultOne() {
    rule.check(
        POD.formatted("")
            + """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: prod}
            spec: {storageClassName: }
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: free}
            spec: {hostPath: {path: /srv/a}}
            """);
  }

  @Test
  void claimTemplatesOfOtherSetsAreOthers() {
    String manifest =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: prod}
        spec:
          template: {spec: {containers: [{name: db}]}}
          volumeClaimTemplates: [{metadata: {name: data}, spec: {}}]
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk}
        spec: {claimRef: {name: %s, namespace: prod}, hostPath: {path: /srv/db}}
        """;
    assertThat(rule.findings(manifest.formatted("data-db-12"))).hasSize(1);
    assertThat(rule.findings(manifest.formatted("data-cache-0"))).isEmpty();
    assertThat(rule.findings(manifest.formatted("data-db-replica-0"))).isEmpty();
    assertThat(rule.findings(manifest.formatted("data-db"))).isEmpty();
  }

  @Test
  void claimTemplatesLeadThereToo() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: prod}
        spec:
          template: {spec: {containers: [{name: db}]}}
          volumeClaimTemplates:
            - metadata:
                name: data #! claim template 'data' leads to '/srv/db' of the node
              spec: {}
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk}
        spec: {claimRef: {name: data-db-0, namespace: prod}, hostPath: {path: /srv/db}}
        """);
  }

  @Test
  void leavesOtherStorageAlone() {
    rule.check(
        POD.formatted("")
            + """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: prod}
            spec: {volumeName: disk}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: disk}
            spec: {csi: {driver: disk.example.com, volumeHandle: x}}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: unrelated}
            spec: {hostPath: {path: /srv/files}}
            """);
  }

  @Test
  void theClaimItselfNeedNotBeInTheScan() {
    String volume =
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk}
        spec: {claimRef: {name: %s, namespace: prod}, hostPath: {path: /srv/files}}
        """;
    rule.check(pod("leads to '/srv/files' of the node") + volume.formatted("files"));
    rule.check(POD.formatted("") + volume.formatted("another"));
  }

  @Test
  void pointsAtClaimAndFolder() {
    assertThat(
            rule.findings(
                POD.formatted("")
                    + """
                    apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata: {name: files, namespace: prod}
                    spec: {volumeName: disk}
                    ---
                    apiVersion: v1
                    kind: PersistentVolume
                    metadata: {name: disk}
                    spec: {hostPath: {path: /srv/files}}
                    """))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path())
                  .isEqualTo("spec.volumes[0].persistentVolumeClaim.claimName");
              assertThat(finding.related())
                  .extracting(place -> place.location() + " " + place.message())
                  .containsExactly(
                      "test.yaml:13:18 this is the claim", "test.yaml:19:25 this is the folder");
            });
  }

  private static String pod(String mark) {
    return POD.formatted(" #! " + mark);
  }
}
