package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.CODE;
import static dev.seaworthy.reach.Foothold.NODE;

import dev.seaworthy.model.UserNamespace;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The step that the homes of the node's users open to whoever has the number of one. */
final class HomeEdges {

  /** The number of the first user of a system (UID_MIN of login.defs), and of few more. */
  private static final long FIRST_USER = 1000;

  private static final long LAST_USER = 1009;

  private static final String HOMES = "/home";

  private static final Set<String> KINDS = Set.of("homes", "ssh", "shell start");

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
          new DefinedEdge<>(
              "writes-home",
              "logs in to the node as the user whose home it is",
              CODE,
              NODE,
              """
              Homes belong to ordinary users, and the first one of a system has the number 1000, and \
              may do all by 'sudo' on most images of clouds. A container's user of that number is the \
              same to the files: it adds a key to log in with. No manifest tells the node's users, so \
              the numbers from 1000 to 1009 count, if the manifest has them. A read-only mount stops \
              it, and so does SELinux if enforced. A user namespace does not, as the mount is mapped.""",
              "https://man7.org/linux/man-pages/man5/login.defs.5.html",
              List.of(Assumption.NODE_USER, Assumption.SELINUX_ENFORCED),
              SeLinux.refuses(HomeEdges::writes)));

  private HomeEdges() {}

  private static List<Cause> writes(Situation situation) {
    boolean mayOwn =
        situation
            .security()
            .runAsUser()
            .value()
            .map(user -> FIRST_USER <= user && user <= LAST_USER)
            .orElse(false);
    if (!mayOwn || situation.isWindows() || situation.userNamespace() == UserNamespace.NODE) {
      return List.of();
    }
    return HostMounts.own(situation).stream()
        .filter(mount -> mount.isWritable() && hasHomes(mount))
        .map(
            mount ->
                mount.cause(
                    List.of(Assumption.NODE_USER),
                    " lets it log in to the node as a user of its number",
                    List.of(),
                    List.of(mount.readOnly()),
                    List.of()))
        .toList();
  }

  private static boolean hasHomes(HostMount mount) {
    return mount.path().contains(HOMES)
        || mount.places().entrySet().stream().anyMatch(HomeEdges::isInHome);
  }

  private static boolean isInHome(Map.Entry<String, String> place) {
    return KINDS.contains(place.getValue()) && place.getKey().startsWith(HOMES + "/");
  }
}
