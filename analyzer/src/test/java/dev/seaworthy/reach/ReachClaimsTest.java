package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReader;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Host paths that a pod gets through a claim. */
class ReachClaimsTest {

  private static final String CLAIMED =
      """
      {apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: app,
        volumeMounts: [{name: v, mountPath: /m}]}],
        volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]}}
      ---
      {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {volumeName: disk}}
      ---
      {apiVersion: v1, kind: PersistentVolume, metadata: {name: disk},
        spec: {hostPath: {path: /etc/cron.d}}}
      """;

  private static final String TEMPLATE =
      """
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, spec: {template: {spec: {
        containers: [{name: app, volumeMounts: [{name: data, mountPath: /m}]}]}},
        volumeClaimTemplates: [{metadata: {name: data}, spec: {}}]}}
      ---
      {apiVersion: v1, kind: PersistentVolume, metadata: {name: disk},
        spec: {local: {path: /etc/cron.d}, claimRef: {name: data-db-0}}}
      """;

  @Test
  void aClaimThatLeadsToTheNodeIsAHostPath() {
    Reach reach = reach(CLAIMED);
    Step step = reach.path().get(reach.path().size() - 1);

    assertThat(step.edge().id()).isEqualTo("writes-host-path");
    assertThat(step.message())
        .isEqualTo(
            "'/etc/cron.d' of the node, through 'PersistentVolume disk', in container 'app' lets it"
                + " run programs as root on the node");
    assertThat(step.fields())
        .extracting(field -> field.object().kind() + " " + field.path())
        .containsExactly(
            "Pod spec.volumes[0].persistentVolumeClaim.claimName",
            "Pod spec.containers[0].volumeMounts[0]",
            "PersistentVolume spec.hostPath.path");
    assertThat(step.cuts())
        .extracting(Change::message)
        .containsExactly("set 'readOnly' to 'true'", "remove the claim of volume 'v'");
  }

  @ParameterizedTest
  @CsvSource({
    "volumeName: disk, volumeName: other",
    "hostPath, nfs",
    "/etc/cron.d, /srv/data",
    "claimName: data, claimName: other",
    "'claimName: data', 'claimName: data, readOnly: true'",
    "'kind: PersistentVolume,', 'kind: Other,'",
  })
  void oneFactStopsIt(String part, String instead) {
    String closed = CLAIMED.replace(part, instead);

    assertThat(closed).isNotEqualTo(CLAIMED);
    assertThat(reach(closed).verdict()).isLessThan(Verdict.TAKES_NODE);
  }

  @Test
  void aSharedStorageClassIsNoCertainty() {
    String uncertain = CLAIMED.replace("volumeName: disk", "storageClassName: s");

    assertThat(reach(uncertain.replace("spec: {hostPath", "spec: {storageClassName: s, hostPath")))
        .extracting(Reach::verdict)
        .isEqualTo(Verdict.ROOT_IN_CONTAINER);
  }

  @Test
  void aRawDeviceIsThePodsOwnUnlessItsVolumeIsTheNodes() {
    String device =
        CLAIMED
            .replace(
                "volumeMounts: [{name: v, mountPath: /m}]",
                "volumeDevices: [{name: v, devicePath: /dev/x}]")
            .replace("hostPath: {path: /etc/cron.d}", "volumeMode: Block, local: {path: /dev/sdb}");
    Reach reach = reach(device);

    assertThat(reach.verdict()).isEqualTo(Verdict.SEES_HOST);
    assertThat(reach.path())
        .extracting(Step::message)
        .last()
        .isEqualTo(
            "container 'app' has the device '/dev/sdb' of the node, through 'PersistentVolume disk'");
    assertThat(reach(device.replace("local:", "csi:")).verdict())
        .isEqualTo(Verdict.ROOT_IN_CONTAINER);
    assertThat(reach(device.replace("claimName: data", "claimName: other")).verdict())
        .isEqualTo(Verdict.ROOT_IN_CONTAINER);
  }

  @Test
  void aTemplateOfClaimsLeadsToTheNodeAsWell() {
    Reach reach = reach(TEMPLATE);

    assertThat(reach.verdict()).isEqualTo(Verdict.TAKES_NODE);
    assertThat(reach.cut()).extracting(Change::message).isNotEmpty();
    assertThat(reach.path().get(1).cuts())
        .extracting(Change::message)
        .contains("remove the mount of volume 'data'");
    assertThat(reach(TEMPLATE.replace("data-db-0", "data-other-0")).verdict())
        .isEqualTo(Verdict.ROOT_IN_CONTAINER);
  }

  private static Reach reach(String yaml) {
    ObjectReader reader = new ObjectReader(ClusterProfile.DEFAULT);
    List<KubernetesObject> objects =
        YamlReader.read(new SourceText("all.yaml", yaml)).documents().stream()
            .flatMap(document -> reader.read(document).objects().stream())
            .toList();
    return ReachAnalysis.of(ScannedObjects.of(objects)).of(objects.get(0).workloads().get(0));
  }
}
