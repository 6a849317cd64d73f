package dev.seaworthy.reach.cluster;

import static dev.seaworthy.reach.cluster.RightEdge.GOOD_PRACTICES;
import static dev.seaworthy.reach.cluster.RightEdge.toCluster;

import dev.seaworthy.reach.DefinedEdge;
import java.util.List;

/** The steps of accounts that may give themselves every right. */
final class RoleEdges {

  static final List<DefinedEdge<Authority>> ALL =
      List.of(
          toCluster(
              "all-rights",
              "does whatever it likes at the API server",
              """
              Every verb on every resource, be it by 'cluster-admin' or by a role of its own. In \
              'kube-system' alone it is as good, as the accounts of the cluster's controllers are \
              there.""",
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles",
              List.of(),
              authority -> authority.rights(Scope.SYSTEM, Need.EVERYTHING)),
          toCluster(
              "escalate",
              "writes rights into a ClusterRole that it does not have itself",
              """
              The API server lets nobody write more into a role than they may do, unless they have \
              'escalate' on roles. It takes the right to change roles as well.""",
              GOOD_PRACTICES + "escalate-verb",
              List.of(),
              authority ->
                  Right.joined(
                      authority.rights(
                          Scope.CLUSTER, Need.ESCALATE_CLUSTER_ROLES, Need.CHANGE_CLUSTER_ROLES),
                      authority.rights(
                          Scope.CLUSTER,
                          Need.ESCALATE_CLUSTER_ROLES,
                          Need.CREATE_CLUSTER_ROLES,
                          Need.BIND_SOME,
                          Need.BIND_EVERYWHERE),
                      authority.rights(Scope.SYSTEM, Need.ESCALATE_ROLES, Need.CHANGE_ROLES))),
          toCluster(
              "bind",
              "binds itself to a role with every right",
              """
              The API server lets nobody give a role that they do not have themselves, unless they \
              have 'bind' on it. It takes the right to write bindings as well. Resource names \
              other than 'cluster-admin', 'admin' and 'edit' stop it.""",
              GOOD_PRACTICES + "bind-verb",
              List.of(),
              authority ->
                  Right.joined(
                      authority.rights(
                          Scope.CLUSTER, Need.BIND_ADMINISTRATOR, Need.BIND_EVERYWHERE),
                      authority.rights(
                          Scope.SYSTEM, Need.BIND_ADMINISTRATOR, Need.BIND_IN_NAMESPACE))),
          toCluster(
              "impersonate",
              "acts as a user that has every right",
              """
              To impersonate users, or the group 'system:masters' with anybody in it, or the accounts \
              of the cluster's controllers. Resource names that leave these out stop it.""",
              GOOD_PRACTICES + "impersonate-verb",
              List.of(),
              authority ->
                  Right.joined(
                      authority.rights(Scope.CLUSTER, Need.IMPERSONATE_USERS),
                      authority.rights(
                          Scope.CLUSTER, Need.IMPERSONATE_MASTERS, Need.IMPERSONATE_SOMEBODY),
                      authority.rights(Scope.SYSTEM, Need.IMPERSONATE_CONTROLLERS))));

  private RoleEdges() {}
}
