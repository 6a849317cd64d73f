package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.Volume;
import dev.seaworthy.model.VolumeMount;
import dev.seaworthy.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files and devices that belong to root: volumes, parts of the node, and who changes owners. */
final class FileNeeds {

  private static final String GROUP_OF_FILES = "'fsGroup'";

  /** Sources whose files belong to root at first, and that the kubelet can give to a group. */
  private static final Set<String> DISKS =
      Set.of(
          "awsElasticBlockStore",
          "azureDisk",
          "cinder",
          "csi",
          "ephemeral",
          "fc",
          "flexVolume",
          "gcePersistentDisk",
          "iscsi",
          "persistentVolumeClaim",
          "photonPersistentDisk",
          "portworxVolume",
          "rbd",
          "scaleIO",
          "storageos",
          "vsphereVolume");

  /** Sources where a server decides whose the files are. */
  private static final Set<String> SHARES = Set.of("cephfs", "glusterfs", "nfs", "quobyte");

  private static final Pattern CHANGE_OF_OWNER =
      Pattern.compile("(?:^|[\\s;&|(/])(?:chown|chgrp)(?:\\s|$)");

  private final Map<String, Volume> volumes;
  private final Set<String> claimTemplates;
  private final boolean fsGroup;
  private final List<String> userNamespace;

  FileNeeds(Workload workload, List<String> userNamespace) {
    this.volumes = new HashMap<>();
    workload.volumes().forEach(volume -> volumes.putIfAbsent(volume.name(), volume));
    this.claimTemplates =
        workload.object().root().get("spec", "volumeClaimTemplates").items().stream()
            .map(claim -> claim.get("metadata", "name").text())
            .collect(Collectors.toSet());
    this.fsGroup = workload.security().fsGroup().value().filter(group -> group != 0).isPresent();
    this.userNamespace = userNamespace;
  }

  List<RootNeed> of(Container container) {
    List<RootNeed> needs = new ArrayList<>();
    for (Field device : container.field().get("volumeDevices").items()) {
      needs.add(RootNeed.real(device, "raw device '" + device.get("name").text() + "'"));
    }
    container.volumeMounts().forEach(mount -> of(mount).ifPresent(needs::add));
    changeOfOwner(container).ifPresent(needs::add);
    return needs;
  }

  private Optional<RootNeed> of(VolumeMount mount) {
    Volume volume = volumes.get(mount.volumeName());
    Optional<HostPath> hostPath = Optional.ofNullable(volume).flatMap(Volume::hostPath);
    if (hostPath.isPresent()) {
      return of(mount, hostPath.get().part(mount.subPath()));
    }
    String source = source(mount.volumeName(), volume);
    boolean readOnly =
        !mount.isWritable() || volume != null && volume.field().get(source, "readOnly").isTrue();
    String shown = "volume '" + mount.volumeName() + "'";
    if (SHARES.contains(source) && !readOnly) {
      String group = "the group of its files in 'supplementalGroups'";
      return Optional.of(new RootNeed(mount.field(), shown, List.of(group)));
    }
    return DISKS.contains(source) && !readOnly && !fsGroup
        ? Optional.of(need(mount.field(), shown, Stream.of(GROUP_OF_FILES)))
        : Optional.empty();
  }

  private String source(String name, @Nullable Volume volume) {
    if (volume != null) {
      return volume.source();
    }
    return claimTemplates.contains(name) ? "persistentVolumeClaim" : "";
  }

  private Optional<RootNeed> of(VolumeMount mount, HostPath path) {
    String shown = "host path '" + path.normalised() + "'";
    if (path.normalised().isEmpty() || NodeFiles.isForEverybody(path)) {
      return Optional.empty();
    }
    if (NodeFiles.isDeviceOrSocket(path) || mount.isWritable() && NodeFiles.isOfTheNode(path)) {
      return Optional.of(RootNeed.real(mount.field(), shown));
    }
    return Optional.of(mount.isWritable() ? writing(mount, shown) : reading(mount, path, shown));
  }

  private RootNeed writing(VolumeMount mount, String shown) {
    Stream<String> instead = Stream.of("a read-only mount", "another volume with 'fsGroup'");
    return need(mount.field(), "writable " + shown, instead);
  }

  private RootNeed reading(VolumeMount mount, HostPath path, String shown) {
    if (NodeFiles.isOfRootAlone(path)) {
      return need(mount.field(), shown, Stream.of());
    }
    Stream<String> instead = Stream.of("an ordinary user of group 0 ('supplementalGroups')");
    return NodeFiles.isOfTheKernel(path)
        ? new RootNeed(mount.field(), shown, instead.toList())
        : need(mount.field(), shown, instead);
  }

  /** Software that hands its files over to the user that it will run as. */
  private Optional<RootNeed> changeOfOwner(Container container) {
    if (!container.security().capabilities().has("CHOWN")) {
      return Optional.empty();
    }
    return Stream.of("command", "args")
        .flatMap(name -> container.field().get(name).items().stream())
        .filter(part -> CHANGE_OF_OWNER.matcher(part.text()).find())
        .findFirst()
        .map(part -> need(part, "changing the owner of files", Stream.of(GROUP_OF_FILES)));
  }

  private RootNeed need(Field field, String what, Stream<String> instead) {
    return new RootNeed(field, what, Stream.concat(instead, userNamespace.stream()).toList());
  }
}
