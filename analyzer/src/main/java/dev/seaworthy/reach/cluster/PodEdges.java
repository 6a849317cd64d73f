package dev.seaworthy.reach.cluster;

import static dev.seaworthy.reach.cluster.RightEdge.GOOD_PRACTICES;

import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.cluster.Accounts.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The steps of accounts to a node, by what they may run in one namespace. */
final class PodEdges {

  static final List<DefinedEdge<Authority>> ALL =
      List.of(
          edge(
              "creates-privileged-pods",
              "runs a privileged pod",
              """
              Whoever runs pods in a namespace runs privileged ones, unless the namespace enforces \
              'baseline' or 'restricted' of Pod Security. To give oneself any right in the namespace, \
              by 'escalate' or 'bind', counts as well, and so does to take the label off the namespace.""",
              GOOD_PRACTICES + "workload-creation",
              authority -> runs(authority, PodSecurityLevel.PRIVILEGED)),
          edge(
              "adds-privileged-containers",
              "puts a privileged container into a running pod",
              """
              An ephemeral container may be privileged where a pod may. The namespace's level of Pod \
              Security stops it.""",
              "https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/",
              authority ->
                  causes(
                      authority,
                      authority.rights(Scope.NAMESPACE, Need.ADD_CONTAINERS),
                      PodSecurityLevel.PRIVILEGED)),
          edge(
              "creates-node-volumes",
              "mounts a part of the node by a persistent volume",
              """
              A persistent volume may be a path of the node, and no level of Pod Security looks \
              through claims. What matters there belongs to root, so that 'restricted' stops it.""",
              GOOD_PRACTICES + "persistent-volume-creation",
              authority ->
                  causes(
                      authority,
                      authority.rights(Scope.NAMESPACE, Need.RUN_PODS, Need.CREATE_VOLUMES),
                      PodSecurityLevel.BASELINE)),
          new DefinedEdge<>(
              "csi-driver",
              "has the kubelets hand it tokens of the pods that mount its volumes",
              Foothold.ACCOUNT,
              Foothold.CLUSTER,
              """
              A CSIDriver's 'tokenRequests' has kubelets give a driver the token of every pod that \
              mounts one of its volumes. It takes to run a driver on the nodes, in a namespace that \
              allows it to mount the kubelets' folder.""",
              "https://kubernetes-csi.github.io/docs/token-requests.html",
              List.of(Assumption.DRIVER_VOLUMES, Assumption.NAMESPACE_LEVEL),
              authority ->
                  causes(
                      authority,
                      authority.rights(Scope.NAMESPACE, Need.CHANGE_DRIVERS, Need.RUN_PODS),
                      PodSecurityLevel.PRIVILEGED,
                      List.of(Assumption.DRIVER_VOLUMES))),
          new DefinedEdge<>(
              "approves-node-certificates",
              "has a certificate of a node made",
              Foothold.ACCOUNT,
              Foothold.NODE,
              """
              It takes to make a request, to approve it, and to approve for the signer of kubelets' \
              certificates. A node reads the secrets of its pods and makes tokens of their accounts.""",
              GOOD_PRACTICES + "csrs-and-certificate-issuing",
              List.of(),
              authority ->
                  authority
                      .rights(
                          Scope.CLUSTER,
                          Need.APPROVE_KUBELETS,
                          Need.APPROVE_REQUESTS,
                          Need.REQUEST_CERTIFICATES)
                      .stream()
                      .map(right -> RightEdge.cause(authority, right, List.of()))
                      .toList()));

  private PodEdges() {}

  private static DefinedEdge<Authority> edge(
      String id,
      String title,
      String explanation,
      String reference,
      Function<Authority, List<Cause>> causes) {
    return new DefinedEdge<>(
        id,
        title,
        Foothold.ACCOUNT,
        Foothold.NODE,
        explanation,
        reference,
        List.of(Assumption.NAMESPACE_LEVEL),
        causes);
  }

  private static List<Cause> runs(Authority authority, PodSecurityLevel strictest) {
    List<Cause> causes =
        new ArrayList<>(causes(authority, AccountEdges.podsOfNamespaces(authority), strictest));
    authority.rights(Scope.NAMESPACE, Need.RUN_PODS, Need.CHANGE_NAMESPACES).stream()
        .filter(right -> isAbout(right.parts().get(1), right.namespace().orElse("")))
        .map(right -> RightEdge.cause(authority, right, List.of()))
        .forEach(causes::add);
    return causes;
  }

  private static boolean isAbout(Right.Part part, String namespace) {
    return !part.grant().rule().isNamed()
        || part.names().contains(namespace)
        || part.grant().namespace().isPresent();
  }

  /**
   * @param strictest the strictest level that does not stop it
   */
  private static List<Cause> causes(
      Authority authority, List<Right> rights, PodSecurityLevel strictest) {
    return causes(authority, rights, strictest, List.of());
  }

  private static List<Cause> causes(
      Authority authority, List<Right> rights, PodSecurityLevel strictest, List<Assumption> used) {
    return rights.stream()
        .flatMap(right -> cause(authority, right, strictest, used).stream())
        .toList();
  }

  private static Optional<Cause> cause(
      Authority authority, Right right, PodSecurityLevel strictest, List<Assumption> used) {
    Level level = authority.accounts().level(authority.account(), right);
    if (level.level().compareTo(strictest) > 0) {
      return Optional.empty();
    }
    List<Assumption> all = new ArrayList<>(used);
    all.addAll(level.used());
    return Optional.of(RightEdge.cause(authority, right, all));
  }
}
