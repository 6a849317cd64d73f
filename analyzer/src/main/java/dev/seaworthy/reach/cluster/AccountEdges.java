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
import java.util.stream.Stream;

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
              authority -> neighbours(authority, podsOfNamespaces(authority))),
          edge(
              "makes-token-of-account",
              "makes a token of another account",
              """
              'create' on 'serviceaccounts/token', for all accounts of a namespace or for those that \
              the rule names.""",
              GOOD_PRACTICES + "token-request",
              List.of(),
              authority ->
                  joined(
                      neighbours(authority, authority.rights(Scope.NAMESPACE, Need.MAKE_TOKENS)),
                      named(authority, authority.rights(Scope.ANYWHERE, Need.MAKE_SOME_TOKENS)))),
          edge(
              "impersonates-account",
              "acts as another account",
              """
              'impersonate' on service accounts, on all of a namespace or on those that the rule names, \
              or on the users that they are to the API server.""",
              GOOD_PRACTICES + "impersonate-verb",
              List.of(),
              authority ->
                  joined(
                      neighbours(
                          authority, authority.rights(Scope.NAMESPACE, Need.IMPERSONATE_ACCOUNTS)),
                      named(
                          authority,
                          authority.rights(Scope.ANYWHERE, Need.IMPERSONATE_SOME_ACCOUNTS)),
                      named(
                          authority,
                          authority.rights(Scope.CLUSTER, Need.IMPERSONATE_SOME_USERS)))),
          edge(
              "plants-token-secret",
              "has a token of another account written into a secret",
              """
              A secret of the type 'kubernetes.io/service-account-token' is filled with a token of the \
              account that it names. Whoever creates it chooses its name, so that it is enough to read \
              one secret.""",
              "https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets",
              List.of(),
              authority -> neighbours(authority, secretsOfNamespaces(authority))),
          edge(
              "enters-pod-of-account",
              "runs commands in a pod of another account",
              """
              A command in a pod finds the token of the pod's account, if it is mounted. So does an \
              ephemeral container, and another image.""",
              "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb",
              List.of(Assumption.RUNNING_ACCOUNT),
              authority -> neighbours(authority, entriesOfNamespaces(authority))));

  private AccountEdges() {}

  /** A right, and the accounts that it leads to. */
  private record Way(Right right, List<Account> accounts) {}

  private static DefinedEdge<Authority> edge(
      String id,
      String title,
      String explanation,
      String reference,
      List<Assumption> assumptions,
      Function<Authority, List<Way>> ways) {
    return new DefinedEdge<>(
        id,
        title,
        Foothold.ACCOUNT,
        Foothold.ACCOUNT,
        explanation,
        reference,
        assumptions,
        authority -> causes(authority, ways.apply(authority), assumptions));
  }

  private static List<Cause> causes(Authority authority, List<Way> ways, List<Assumption> used) {
    List<Cause> causes = new ArrayList<>();
    for (Way way : ways) {
      for (Account other : way.accounts) {
        causes.add(RightEdge.cause(authority, way.right, used, Optional.of(other)));
      }
    }
    return causes;
  }

  private static List<Way> neighbours(Authority authority, List<Right> rights) {
    Account from = authority.account();
    return rights.stream()
        .map(right -> new Way(right, authority.accounts().neighbours(from, right)))
        .toList();
  }

  private static List<Way> named(Authority authority, List<Right> rights) {
    Account from = authority.account();
    return rights.stream()
        .map(right -> new Way(right, authority.accounts().named(from, right)))
        .toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<Way> joined(List<Way>... ways) {
    return Stream.of(ways).flatMap(List::stream).toList();
  }

  /** The rights to run pods in single namespaces, or to give oneself that. */
  static List<Right> podsOfNamespaces(Authority authority) {
    return Right.joined(
        authority.rights(Scope.NAMESPACE, Need.RUN_PODS),
        authority.rights(Scope.NAMESPACE, Need.ESCALATE_ROLES, Need.CHANGE_ROLES),
        authority.rights(Scope.NAMESPACE, Need.BIND_ADMINISTRATOR, Need.BIND_IN_NAMESPACE));
  }

  private static List<Right> secretsOfNamespaces(Authority authority) {
    return authority.rights(Scope.NAMESPACE, Need.CREATE_SECRETS, Need.READ_OWN_SECRETS);
  }

  private static List<Right> entriesOfNamespaces(Authority authority) {
    return Right.joined(
        SystemEdges.entries(authority, Scope.NAMESPACE),
        authority.rights(Scope.NAMESPACE, Need.ADD_CONTAINERS));
  }

  /** The rights to act as whatever account of single namespaces. */
  static List<Right> ofNamespaces(Authority authority) {
    return Right.joined(
        podsOfNamespaces(authority),
        authority.rights(Scope.NAMESPACE, Need.MAKE_TOKENS),
        authority.rights(Scope.NAMESPACE, Need.IMPERSONATE_ACCOUNTS),
        secretsOfNamespaces(authority),
        entriesOfNamespaces(authority));
  }

  /** The rights to act as accounts that are named. */
  static List<Right> ofNames(Authority authority) {
    return Right.joined(
        authority.rights(Scope.ANYWHERE, Need.MAKE_SOME_TOKENS),
        authority.rights(Scope.ANYWHERE, Need.IMPERSONATE_SOME_ACCOUNTS),
        authority.rights(Scope.CLUSTER, Need.IMPERSONATE_SOME_USERS));
  }
}
