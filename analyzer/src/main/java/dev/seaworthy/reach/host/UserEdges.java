package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.CODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Setting;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.List;

/** The steps to root in the container. */
final class UserEdges {

  private static final String ADMINISTRATOR = "ContainerAdministrator";

  private static final DefinedEdge<Situation> RUNS_AS_ROOT =
      new DefinedEdge<>(
          "runs-as-root",
          "the container runs as root",
          CODE,
          ROOT,
          """
          The effective user is 0, or the image may choose it. 'runAsNonRoot: true' stops it, and so \
          does a 'runAsUser' other than 0. A user namespace does not: root is still root in the \
          container; what it is on the node is the matter of the steps from there. On Windows \
          'ContainerAdministrator' counts. A container that is told both to be root and not to be \
          never starts, so that nothing leads out of it.""",
          "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
          List.of(Assumption.IMAGE_USER),
          UserEdges::runsAsRoot);

  private static final DefinedEdge<Situation> BECOMES_ROOT =
      new DefinedEdge<>(
          "becomes-root",
          "a program with the set-user-ID bit gives an ordinary user root",
          CODE,
          ROOT,
          """
          The container's user is not 0, but its processes may gain privileges that their parents do \
          not have. 'allowPrivilegeEscalation: false' stops it: the kernel then ignores the bit \
          (no_new_privs). Privileged containers and those with SYS_ADMIN cannot have that.""",
          "https://docs.kernel.org/userspace-api/no_new_privs.html",
          List.of(Assumption.SET_USER_ID),
          UserEdges::becomesRoot);

  static final List<DefinedEdge<Situation>> ALL = List.of(RUNS_AS_ROOT, BECOMES_ROOT);

  private UserEdges() {}

  /**
   * Whether the container is told to run as root and not to.
   *
   * @see <a href="https://github.com/kubernetes/kubernetes/tree/master/pkg/kubelet/kuberuntime">The
   *     kubelet's verifyRunAsNonRoot</a>
   */
  static boolean areAtOdds(Situation situation) {
    ContainerSecurity security = situation.security();
    boolean root =
        situation.isWindows()
            ? security
                .windows()
                .runAsUserName()
                .value()
                .filter(UserEdges::isAdministrator)
                .isPresent()
            : security.runAsUser().is(0L);
    return root && security.runAsNonRoot().is(true);
  }

  private static boolean isAdministrator(String name) {
    return name.equalsIgnoreCase(ADMINISTRATOR);
  }

  private static List<Cause> runsAsRoot(Situation situation) {
    ContainerSecurity security = situation.security();
    if (situation.isWindows()) {
      return runsAsAdministrator(situation);
    }
    if (!security.mayBeRoot()) {
      return List.of();
    }
    Setting<Long> user = security.runAsUser();
    String container = situation.container().toString();
    if (user.is(0L)) {
      return List.of(
          new Cause(
              container + " runs as user 0",
              List.of(user.field()),
              List.of(),
              List.of(Change.set(security.context().get("runAsUser"), "1000"))));
    }
    Field nonRoot = security.context().get("runAsNonRoot");
    return List.of(
        new Cause(
            container + " runs as the image's user, which may be root",
            List.of(nonRoot),
            List.of(Assumption.IMAGE_USER),
            List.of(Change.set(nonRoot, "true"))));
  }

  /** Windows has no root, but an account of the container that comes near. */
  private static List<Cause> runsAsAdministrator(Situation situation) {
    Setting<String> user = situation.security().windows().runAsUserName();
    boolean refused = situation.security().runAsNonRoot().is(true);
    if (refused || user.value().map(name -> !isAdministrator(name)).orElse(false)) {
      return List.of();
    }
    Field own = situation.security().context().get("windowsOptions", "runAsUserName");
    return List.of(
        new Cause(
            situation.container() + " may run as '" + ADMINISTRATOR + "'",
            List.of(user.field()),
            user.value().isPresent() ? List.of() : List.of(Assumption.IMAGE_USER),
            List.of(Change.set(own, "ContainerUser"))));
  }

  private static List<Cause> becomesRoot(Situation situation) {
    ContainerSecurity security = situation.security();
    if (situation.isWindows()) {
      return List.of();
    }
    return Escalation.reasons(security).stream()
        .map(
            change ->
                new Cause(
                    situation.container() + " lets programs gain privileges",
                    List.of(change.field()),
                    List.of(Assumption.SET_USER_ID),
                    List.of(change)))
        .toList();
  }
}
