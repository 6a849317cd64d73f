package dev.seaworthy.reach.host;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.VolumeMount;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A part of the node's file system as a container sees it.
 *
 * @param volume the volume
 * @param mount where the container sees it
 * @param path the part of the node's file system that the mount shows
 * @param places what is known to lie there, as {@link NodePlaces#below} says
 * @param shared what gives root in one container the mounts of another: the pod's shared processes
 */
record HostMount(
    HostVolume volume,
    VolumeMount mount,
    HostPath path,
    Map<String, String> places,
    Optional<Field> shared) {

  HostMount(HostVolume volume, VolumeMount mount, HostPath path) {
    this(volume, mount, path, NodePlaces.below(path), Optional.empty());
  }

  /** The same for root in another container of the pod. */
  HostMount through(Field sharedProcesses) {
    return new HostMount(volume, mount, path, places, Optional.of(sharedProcesses));
  }

  /** Whether something of a kind lies there. */
  boolean exists(Predicate<String> kind) {
    return places.values().stream().anyMatch(kind);
  }

  /** The places of a kind there, each with its kind. */
  List<Map.Entry<String, String>> places(Predicate<String> kind) {
    return places.entrySet().stream().filter(place -> kind.test(place.getValue())).toList();
  }

  /** The first place of a kind there, with its kind. */
  Optional<Map.Entry<String, String>> first(Predicate<String> kind) {
    return places(kind).stream().findFirst();
  }

  /** Where the container sees a place of the node that lies there. */
  String inContainer(String place) {
    String folder = path.normalised();
    String below = path.contains(place) ? place.substring(folder.length()) : "";
    String root = shared.isPresent() ? "/proc/1/root" : "";
    return root + mount.mountPath().replaceFirst("/+$", "") + below;
  }

  String title() {
    String bound = volume.bound().map(object -> ", through '" + object + "',").orElse("");
    String where = shared.isPresent() ? " through " : " in ";
    return "'" + path.normalised() + "' of the node" + bound + where + mount.container();
  }

  private Change removal() {
    return volume
        .removal()
        .orElseGet(
            () ->
                Change.remove(mount.field(), "remove the mount of volume '" + volume.name() + "'"));
  }

  /**
   * Why a step is open that goes by this.
   *
   * @param what what about it, as the end of a message
   * @param more what stops the step besides another volume
   */
  Cause cause(List<Assumption> used, String what, List<Change> more) {
    return cause(used, what, List.of(), more);
  }

  /**
   * Why a step is open that goes by this and by more.
   *
   * @param beside the other fields that open it
   */
  Cause cause(List<Assumption> used, String what, List<Field> beside, List<Change> more) {
    return cause(used, what, beside, List.of(), more);
  }

  /**
   * Why a step is open that goes by this and that a stricter mount stops, which is less to change
   * than the volume.
   */
  Cause cause(String what, List<Change> stricter) {
    return cause(List.of(), what, List.of(), stricter, List.of());
  }

  /**
   * Why a step is open that goes by this and by more.
   *
   * @param stricter what stops it and is less to change than the volume
   * @param more what stops it as well
   */
  Cause cause(
      List<Assumption> used,
      String what,
      List<Field> beside,
      List<Change> stricter,
      List<Change> more) {
    List<Field> fields = new ArrayList<>(List.of(volume.use(), mount.field()));
    volume.bound().ifPresent(unused -> fields.add(path.path()));
    fields.addAll(beside);
    List<Change> cuts = new ArrayList<>(stricter);
    cuts.add(removal());
    cuts.addAll(more);
    shared.ifPresent(fields::add);
    shared.ifPresent(field -> cuts.add(Change.set(field, "false")));
    return new Cause(title() + what, fields, used, cuts);
  }

  Change readOnly() {
    return Change.set(mount.field().get("readOnly"), "true");
  }

  boolean isWritable() {
    return volume.isWritable() && mount.isWritable();
  }

  boolean isRecursivelyReadOnly() {
    String recursive = mount.field().get("recursiveReadOnly").text();
    return !isWritable() && (recursive.equals("Enabled") || recursive.equals("IfPossible"));
  }
}
