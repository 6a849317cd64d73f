package dev.seaworthy.reach.cluster;

import static dev.seaworthy.reach.cluster.RightEdge.GOOD_PRACTICES;
import static dev.seaworthy.reach.cluster.RightEdge.toCluster;

import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.DefinedEdge;
import java.util.List;

/** The steps of accounts that take part in what the API server does for others. */
final class ExtensionEdges {

  static final List<DefinedEdge<Authority>> ALL =
      List.of(
          toCluster(
              "approves-certificates",
              "has a certificate of a user made that has every right",
              """
              It takes to make a request, to approve it, and to approve for the signer of client \
              certificates. The API server refuses the group 'system:masters' there, but no user name, \
              such as that of the controller manager.""",
              GOOD_PRACTICES + "csrs-and-certificate-issuing",
              List.of(),
              authority ->
                  authority.rights(
                      Scope.CLUSTER,
                      Need.APPROVE_CLIENTS,
                      Need.APPROVE_REQUESTS,
                      Need.REQUEST_CERTIFICATES)),
          toCluster(
              "changes-objects-on-admission",
              "changes every object that anybody writes",
              """
              A webhook or policy that mutates objects makes privileged pods of ordinary ones, in \
              whatever namespace. A policy takes its binding as well.""",
              GOOD_PRACTICES + "control-admission-webhooks",
              List.of(),
              authority ->
                  Right.joined(
                      authority.rights(Scope.CLUSTER, Need.MUTATE_OBJECTS),
                      authority.rights(
                          Scope.CLUSTER, Need.MUTATING_POLICIES, Need.BIND_MUTATING_POLICIES))),
          toCluster(
              "sees-objects-on-admission",
              "reads every secret that anybody writes",
              "A webhook that validates objects is sent them as a whole, secrets too.",
              GOOD_PRACTICES + "control-admission-webhooks",
              List.of(Assumption.POWERFUL_SECRET),
              authority -> authority.rights(Scope.CLUSTER, Need.SEE_OBJECTS)));

  private ExtensionEdges() {}
}
