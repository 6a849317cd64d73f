package dev.seaworthy.reach.host;

import dev.seaworthy.model.SecurityProfile;
import dev.seaworthy.model.Setting;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What AppArmor refuses to containers. Only a profile that is written counts: without one the
 * runtime's applies on nodes that have AppArmor, which no manifest shows, whereas a node without it
 * refuses pods that ask for one. Of a profile of the node's own no more is known than of the
 * runtime's.
 *
 * @see <a
 *     href="https://github.com/containerd/containerd/blob/main/contrib/apparmor/template.go">The
 *     profile of a runtime</a>
 */
final class AppArmor {

  private AppArmor() {}

  /** How AppArmor confines a container. */
  static Confinement of(Situation situation) {
    if (situation.isWindows()) {
      return Confinement.NONE;
    }
    boolean confined =
        situation.security().appArmorProfile().value().map(SecurityProfile::confines).orElse(false);
    Setting<Boolean> privileged = situation.security().privileged();
    if (privileged.is(true)) {
      return confined
          ? new Confinement(false, List.of(), List.of(Change.set(privileged.field(), "false")))
          : Confinement.NONE;
    }
    boolean hasField = situation.cluster().version().isAtLeast(1, 30);
    Change confine =
        new Change(
            situation.security().context().get("appArmorProfile", "type"),
            Optional.of(SecurityProfile.RUNTIME_DEFAULT),
            "set 'appArmorProfile.type' to '" + SecurityProfile.RUNTIME_DEFAULT + "'");
    return new Confinement(
        confined, List.of(), confined || !hasField ? List.of() : List.of(confine));
  }

  /** The causes of a step that the profile refuses. */
  static Function<Situation, List<Cause>> refuses(Function<Situation, List<Cause>> causes) {
    return situation -> of(situation).without(causes.apply(situation));
  }

  /**
   * Whether the profile lets no container write to a place. It goes by the path in the container:
   * to what lies below /sys but for control groups, wherever that comes from, and not to the node's
   * /sys elsewhere.
   */
  static boolean guards(String pathInContainer) {
    boolean isPlain = !pathInContainer.contains("/..");
    return pathInContainer.equals("/sys")
        || isPlain
            && pathInContainer.startsWith("/sys/")
            && !pathInContainer.startsWith("/sys/fs/c");
  }
}
