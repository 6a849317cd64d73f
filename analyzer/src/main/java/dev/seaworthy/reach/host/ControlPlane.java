package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.CLUSTER;
import static dev.seaworthy.reach.Foothold.NODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.UserNamespace;
import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps from a node of the control plane to the cluster. */
final class ControlPlane {

  /** The taint's key is the label's as well. */
  private static final Set<String> KEYS =
      Set.of("node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master");

  private static final Set<String> CREDENTIALS =
      Set.of("file system", "cluster credentials", "certificate authority", "etcd", "etcd keys");

  private static final String CERTIFICATES =
      "https://kubernetes.io/docs/setup/best-practices/certificates/";

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
          new DefinedEdge<>(
              "control-plane-node",
              "takes the cluster's keys and database from a node of the control plane",
              NODE,
              CLUSTER,
              """
              The node that the pod may run on holds the keys with which the cluster signs \
              certificates. Taints keep pods away that do not tolerate them, and so does a required \
              node affinity that excludes the label.""",
              CERTIFICATES,
              List.of(Assumption.CONTROL_PLANE_TAINTS),
              situation -> placed(situation.workload())),
          new DefinedEdge<>(
              "control-plane-files",
              "reads the cluster's keys or database on a node of the control plane",
              ROOT,
              CLUSTER,
              """
              Administrator's credentials, signing keys and etcd belong to root; a read-only mount is \
              enough. A user namespace does not stop it: the mount maps the pod's root to the \
              node's; a kubelet that is an ordinary user does, and SELinux if enforced.""",
              CERTIFICATES,
              List.of(Assumption.CONTROL_PLANE_TAINTS, Assumption.SELINUX_ENFORCED),
              SeLinux.refuses(ControlPlane::reads)));

  private ControlPlane() {}

  private static List<Cause> reads(Situation situation) {
    List<Cause> placed = placed(situation.workload());
    boolean rootless = situation.userNamespace() == UserNamespace.NODE;
    if (placed.isEmpty() || rootless) {
      return List.of();
    }
    return HostMounts.ofRoot(situation).stream()
        .filter(mount -> mount.exists(kind -> CREDENTIALS.contains(kind)))
        .map(
            mount ->
                mount.cause(
                    placed.get(0).used(),
                    " holds the cluster's credentials on the control plane",
                    List.of(placed.get(0).fields().get(0)),
                    placed.size() == 1 ? placed.get(0).cuts() : List.of()))
        .toList();
  }

  /** Why a pod may run there, reason by reason. */
  private static List<Cause> placed(Workload workload) {
    if (isKeptAway(workload)) {
      return List.of();
    }
    Field affinity = exclusion(workload);
    if (!workload.cluster().nodes().controlPlaneTaints()) {
      Change exclude =
          new Change(
              affinity,
              Optional.of(
                  "[{matchExpressions: [{key: node-role.kubernetes.io/control-plane, "
                      + "operator: DoesNotExist}]}]"),
              "keep the pod off the nodes of the control plane");
      return List.of(
          new Cause(
              "pod may run on a node of the control plane, which has no taint",
              List.of(workload.spec()),
              List.of(Assumption.CONTROL_PLANE_TAINTS),
              List.of(exclude)));
    }
    return workload.spec().get("tolerations").items().stream()
        .filter(ControlPlane::tolerates)
        .map(
            toleration ->
                new Cause(
                    "pod tolerates the taint of the control plane's nodes",
                    List.of(toleration),
                    List.of(),
                    List.of(Change.remove(toleration, "remove the toleration"))))
        .toList();
  }

  private static boolean tolerates(Field toleration) {
    String key = toleration.get("key").text();
    boolean exists = toleration.get("operator").text().equals("Exists");
    String effect = toleration.get("effect").text();
    // the taint has no value
    boolean matches =
        exists
            ? key.isEmpty() || KEYS.contains(key)
            : KEYS.contains(key) && toleration.get("value").text().isEmpty();
    return matches && (effect.isEmpty() || effect.equals("NoSchedule"));
  }

  private static Field exclusion(Workload workload) {
    return workload
        .spec()
        .get("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
        .get("nodeSelectorTerms");
  }

  /** One term is enough for a node to be chosen, so all of them must exclude the label. */
  private static boolean isKeptAway(Workload workload) {
    List<Field> terms = exclusion(workload).items();
    return !terms.isEmpty()
        && terms.stream()
            .allMatch(
                term ->
                    term.get("matchExpressions").items().stream()
                        .anyMatch(
                            expression ->
                                KEYS.contains(expression.get("key").text())
                                    && expression.get("operator").text().equals("DoesNotExist")));
  }
}
