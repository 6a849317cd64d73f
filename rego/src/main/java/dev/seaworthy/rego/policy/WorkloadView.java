package dev.seaworthy.rego.policy;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.Volume;
import dev.seaworthy.model.VolumeMount;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The normalised view of one pod, {@code input.workload}: built straight from the model. */
final class WorkloadView {

  private final Workload workload;
  private final RegoValue object;

  /**
   * @param object the object that the pod belongs to, as a value
   */
  WorkloadView(Workload workload, RegoValue object) {
    this.workload = workload;
    this.object = object;
  }

  RegoObject value() {
    RegoObject.Builder view =
        RegoObject.builder()
            .put("kind", text(workload.object().kind()))
            .put("name", text(workload.object().name()))
            .put("patch", RegoBoolean.of(workload.object().isPatch()))
            .put("path", Paths.value(workload.spec().path()))
            .put("spec", raw(workload.spec()))
            .put("metadataPath", Paths.value(workload.metadata().path()))
            .put("os", text(lowerCase(workload.security().operatingSystem())))
            .put("userNamespace", text(lowerCase(workload.security().userNamespace())))
            .put("security", SecurityView.of(workload.security()))
            .put("containers", list(workload.containers(), this::container))
            .put("volumes", list(workload.volumes(), this::volume));
    workload.object().namespace().ifPresent(name -> view.put("namespace", text(name)));
    return view.build();
  }

  private RegoObject container(Container container) {
    return RegoObject.builder()
        .put("name", text(container.name()))
        .put("title", text(container.toString()))
        .put("type", text(container.type().field()))
        .put("sidecar", RegoBoolean.of(container.isSidecar()))
        .put("path", Paths.value(container.field().path()))
        .put("object", raw(container.field()))
        .put("security", SecurityView.of(container.security()))
        .build();
  }

  private RegoObject volume(Volume volume) {
    RegoObject.Builder view =
        RegoObject.builder()
            .put("name", text(volume.name()))
            .put("source", text(volume.source()))
            .put("path", Paths.value(volume.field().path()))
            .put("object", raw(volume.field()))
            .put("mounts", list(volume.mounts(), mount -> mount(volume, mount)));
    volume.hostPath().ifPresent(path -> view.put("hostPath", hostPath(path, true)));
    return view.build();
  }

  private RegoObject mount(Volume volume, VolumeMount mount) {
    RegoObject.Builder view =
        RegoObject.builder()
            .put("container", text(mount.container().name()))
            .put("containerTitle", text(mount.container().toString()))
            .put("path", Paths.value(mount.field().path()))
            .put("object", raw(mount.field()))
            .put("mountPath", text(mount.mountPath()))
            .put("subPath", text(mount.subPath()))
            .put("writable", RegoBoolean.of(mount.isWritable()));
    volume
        .hostPath()
        .map(whole -> hostPath(whole.part(mount.subPath()), opensDevices(mount.container())))
        .ifPresent(part -> view.put("hostPath", part));
    return view.build();
  }

  /** To all others the devices of the node are closed, whoever owns their files. */
  private static boolean opensDevices(Container container) {
    return container.security().privileged().value().orElse(false);
  }

  /**
   * A path on the node.
   *
   * @param opensDevices whether those who see it can open the devices there
   */
  static RegoObject hostPath(HostPath path, boolean opensDevices) {
    return RegoObject.builder()
        .put("normalised", text(path.normalised()))
        .put("written", text(path.written()))
        .put("type", text(path.type()))
        .put("opensDevices", RegoBoolean.of(opensDevices))
        .put("path", Paths.value(path.path().path()))
        .build();
  }

  /** The part of the object's value that a field has; null where it is absent. */
  private RegoValue raw(Field field) {
    return Paths.at(object, field.path());
  }

  private static <T> RegoArray list(List<T> items, Function<T, RegoObject> view) {
    return RegoArray.of(items.stream().map(view).toList());
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static RegoString text(String text) {
    return new RegoString(text);
  }
}
