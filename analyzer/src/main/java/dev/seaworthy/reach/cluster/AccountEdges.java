package dev.seaworthy.reach.cluster;

import static dev.seaworthy.reach.cluster.RightEdge.GOOD_PRACTICES;

import dev.seaworthy.rbac.Account;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Foothold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The steps of an account to another one of a namespace, if that leads further. */
final class AccountEdges {

  static final List<DefinedEdge<Authority>> ALL =
      List.of(
          edge(
              "runs-as-account",
              "runs a pod as another account of the namespace",
              """
              Whoever runs pods in a namespace picks their service account; no level of Pod Security \
              looks at it. To give oneself any right in the namespace, by 'escalate' or 'bind', counts \
              as well.""",
              GOOD_PRACTICES + "workload-creation",
              List.of(),
              AccountEdges::podsOfNamespaces),
          edge(
              "makes-token-of-account",
              "makes a token of another account of the namespace",
              """
              'create' on 'serviceaccounts/token', for all accounts or for those that the rule names.""",
              GOOD_PRACTICES + "token-request",
              List.of(),
              authority -> authority.rights(Scope.NAMESPACE, Need.MAKE_TOKENS.ofSome())),
          edge(
              "impersonates-account",
              "acts as another account of the namespace",
              "'impersonate' on service accounts, on all of them or on those that the rule names.",
              GOOD_PRACTICES + "impersonate-verb",
              List.of(),
              authority -> authority.rights(Scope.NAMESPACE, Need.IMPERSONATE_ACCOUNTS.ofSome())),
          edge(
              "plants-token-secret",
              "has a token of another account written into a secret",
              """
              A secret of the type 'kubernetes.io/service-account-token' is filled with a token of the \
              account that it names, which whoever reads secrets then reads.""",
              "https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets",
              List.of(),
              authority ->
                  authority.rights(Scope.NAMESPACE, Need.CREATE_SECRETS, Need.READ_SECRETS)),
          edge(
              "enters-pod-of-account",
              "runs commands in a pod of another account",
              "A command in a pod finds the token of the pod's account, if it is mounted.",
              "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb",
              List.of(Assumption.RUNNING_ACCOUNT),
              authority ->
                  Right.joined(
                      authority.rights(Scope.NAMESPACE, Need.EXEC),
                      authority.rights(Scope.NAMESPACE, Need.ADD_CONTAINERS))));

  private AccountEdges() {}

  private static DefinedEdge<Authority> edge(
      String id,
      String title,
      String explanation,
      String reference,
      List<Assumption> assumptions,
      Function<Authority, List<Right>> rights) {
    return new DefinedEdge<>(
        id,
        title,
        Foothold.ACCOUNT,
        Foothold.ACCOUNT,
        explanation,
        reference,
        assumptions,
        authority -> causes(authority, rights.apply(authority), assumptions));
  }

  private static List<Cause> causes(
      Authority authority, List<Right> rights, List<Assumption> used) {
    List<Cause> causes = new ArrayList<>();
    for (Right right : rights) {
      for (Account other : authority.accounts().reachable(authority.account(), right)) {
        Cause cause = RightEdge.cause(authority, right, used, Optional.of(other));
        causes.add(cause);
      }
    }
    return causes;
  }

  /** The rights to run pods in single namespaces, or to give oneself that. */
  static List<Right> podsOfNamespaces(Authority authority) {
    return Right.joined(
        authority.rights(Scope.NAMESPACE, Need.RUN_PODS),
        authority.rights(Scope.NAMESPACE, Need.ESCALATE_ROLES, Need.CHANGE_ROLES),
        authority.rights(Scope.NAMESPACE, Need.BIND_ADMINISTRATOR, Need.BIND_IN_NAMESPACE));
  }

  /** The rights to act as other accounts of single namespaces. */
  static List<Right> ofNamespaces(Authority authority) {
    return Right.joined(
        podsOfNamespaces(authority),
        authority.rights(Scope.NAMESPACE, Need.MAKE_TOKENS.ofSome()),
        authority.rights(Scope.NAMESPACE, Need.IMPERSONATE_ACCOUNTS.ofSome()),
        authority.rights(Scope.NAMESPACE, Need.CREATE_SECRETS, Need.READ_SECRETS),
        authority.rights(Scope.NAMESPACE, Need.EXEC),
        authority.rights(Scope.NAMESPACE, Need.ADD_CONTAINERS));
  }
}
