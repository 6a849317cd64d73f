package dev.seaworthy.reach.host;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.Setting;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A group that the processes of a container belong to.
 *
 * @param group its number; root's where only the image tells
 * @param field where the manifest says so, there or not
 * @param end the change that ends it
 */
record Membership(long group, Field field, Change end) {

  private static final long ROOT = 0;

  /** Numbers that systems give to groups of services (SYS_GID_MAX of login.defs). */
  private static final long MAX_SYSTEM = 999;

  /** What no group of a service can be, most likely. */
  private static final String ORDINARY = "1000";

  /** The names of the sockets that belong to the group 'docker'; other runtimes use root's. */
  private static final Set<String> OF_DOCKER = Set.of("docker.sock", "cri-dockerd.sock");

  /** Those of a container: its primary group, the supplemental ones and that of its volumes. */
  static List<Membership> all(Situation situation) {
    List<Membership> found = new ArrayList<>();
    Setting<Long> primary = situation.security().runAsGroup();
    Field own = situation.security().context().get("runAsGroup");
    found.add(
        new Membership(primary.value().orElse(ROOT), primary.field(), Change.set(own, ORDINARY)));
    for (Field item : situation.pod().supplementalGroups()) {
      Change removal = Change.remove(item, "remove group '" + item.text() + "'");
      item.integer().ifPresent(group -> found.add(new Membership(group, item, removal)));
    }
    Setting<Long> volumes = situation.pod().fsGroup();
    Change other = Change.set(volumes.field(), ORDINARY);
    volumes.value().ifPresent(group -> found.add(new Membership(group, volumes.field(), other)));
    return found;
  }

  /**
   * Whether the group may be that of a runtime's socket. On most nodes there is no Docker, so that
   * who mounts all of the node most likely does not mean its socket.
   */
  boolean mayOpen(String socket, HostPath mounted) {
    boolean ofDocker = OF_DOCKER.contains(socket.substring(socket.lastIndexOf('/') + 1));
    return group == ROOT
        || ofDocker && group > ROOT && group <= MAX_SYSTEM && !mounted.normalised().equals("/");
  }
}
