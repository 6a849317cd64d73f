package dev.seaworthy.reach.cluster;

import static dev.seaworthy.reach.cluster.RightEdge.GOOD_PRACTICES;
import static dev.seaworthy.reach.cluster.RightEdge.toCluster;

import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.DefinedEdge;
import java.util.List;

/**
 * The steps of accounts that get at what the cluster itself runs with: in all namespaces or in
 * {@code kube-system}, where its controllers have their accounts.
 */
final class SystemEdges {

  static final List<DefinedEdge<Authority>> ALL =
      List.of(
          toCluster(
              "creates-pods",
              "runs pods as one of the cluster's own controllers",
              """
              Whoever runs pods in a namespace picks their service account. Those of the cluster's \
              controllers in 'kube-system' have every right together, and no level of Pod Security \
              looks at accounts. Templates of Deployments and the like count as well.""",
              GOOD_PRACTICES + "workload-creation",
              List.of(),
              authority -> authority.rights(Scope.SYSTEM, Need.RUN_PODS)),
          toCluster(
              "enters-pods",
              "runs commands in the pods of the cluster itself",
              """
              A command in a pod has all that the pod has: privileges on its node, and its account. \
              Before Kubernetes 1.35 'get' on 'pods/exec' is enough, as the connection may start with \
              it. To change a pod is to put another image into it.""",
              "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb",
              List.of(),
              authority -> entries(authority, Scope.SYSTEM)),
          toCluster(
              "adds-containers",
              "puts a container of its own into the pods of the cluster itself",
              """
              An ephemeral container shares the network, the volumes if it likes, and the node of a \
              running pod. What a namespace does not refuse, it may have, and 'kube-system' refuses \
              nothing.""",
              "https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/",
              List.of(),
              authority -> authority.rights(Scope.SYSTEM, Need.ADD_CONTAINERS)),
          toCluster(
              "reads-secrets",
              "reads the keys of others",
              """
              Secrets hold tokens of accounts, passwords of registries and clouds, keys of \
              certificates. To list them shows their contents, and so does to watch them. Rules that \
              name the secrets are left out.""",
              GOOD_PRACTICES + "listing-secrets",
              List.of(Assumption.POWERFUL_SECRET),
              authority -> authority.rights(Scope.SYSTEM, Need.READ_SECRETS)),
          toCluster(
              "makes-tokens",
              "makes itself a token of one of the cluster's own controllers",
              """
              'create' on 'serviceaccounts/token' gives a token of any account in the namespace, and so \
              does a secret of the type for such tokens, if one may read it. Rules that name accounts \
              count where these are accounts of controllers.""",
              GOOD_PRACTICES + "token-request",
              List.of(),
              authority ->
                  Right.joined(
                      authority.rights(Scope.SYSTEM, Need.MAKE_TOKENS_OF_CONTROLLERS),
                      authority.rights(Scope.SYSTEM, Need.CREATE_SECRETS, Need.READ_OWN_SECRETS))),
          toCluster(
              "kubelet-api",
              "runs commands in every pod through the kubelets",
              """
              'nodes/proxy' leads to the API of kubelets, which asks for no more than 'get' to run a \
              command in any of their pods, past admission and most of the audit log.""",
              GOOD_PRACTICES + "access-to-proxy-subresource-of-nodes",
              List.of(),
              authority -> authority.rights(Scope.CLUSTER, Need.KUBELETS)));

  private SystemEdges() {}

  /** The rights to have one's own code run in running pods. */
  static List<Right> entries(Authority authority, Scope scope) {
    boolean byGet = authority.version().map(version -> !version.isAtLeast(1, 35)).orElse(false);
    return Right.joined(
        authority.rights(scope, Need.EXEC),
        byGet ? authority.rights(scope, Need.EXEC_BY_GET) : List.of(),
        authority.rights(scope, Need.CHANGE_PODS));
  }
}
