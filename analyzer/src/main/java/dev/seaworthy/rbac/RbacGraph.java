package dev.seaworthy.rbac;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ReadBudget;
import dev.seaworthy.model.ScannedObjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may do what, as the API server's RBAC authorizer decides it, from the scanned objects and the
 * roles that every cluster has.
 *
 * <p>An account is bound by its name, as the user {@code system:serviceaccount:NAMESPACE:NAME}, or
 * through the groups {@code system:serviceaccounts}, {@code system:serviceaccounts:NAMESPACE} and
 * {@code system:authenticated}. What the default bindings of every cluster give to all of them is
 * left out: it is discovery, and to ask about oneself.
 *
 * <p>Where a manifest leaves its namespace open, it is taken for the one that is asked for if both
 * lie in the same folder; all templates of a chart count as one folder.
 *
 * <p>It is made in time linear in the objects. To ask takes time for what the account is bound to,
 * however many others there are, and is charged to the {@link ReadBudget} of the one who asks.
 */
public final class RbacGraph {

  /** The group of the RBAC API. */
  public static final String GROUP = "rbac.authorization.k8s.io";

  public static final GroupKind ROLE = new GroupKind(GROUP, "Role");
  public static final GroupKind CLUSTER_ROLE = new GroupKind(GROUP, "ClusterRole");
  public static final GroupKind ROLE_BINDING = new GroupKind(GROUP, "RoleBinding");
  public static final GroupKind CLUSTER_ROLE_BINDING = new GroupKind(GROUP, "ClusterRoleBinding");

  private static final Set<GroupKind> KINDS =
      Set.of(ROLE, CLUSTER_ROLE, ROLE_BINDING, CLUSTER_ROLE_BINDING);

  private final Optional<RbacGraph> base;
  private final ScannedObjects scanned;
  private final SubjectIndex subjects;
  private final RoleIndex roles;

  private RbacGraph(ScannedObjects scanned) {
    this.base = scanned.base().map(RbacGraph::of);
    this.scanned = scanned;
    this.subjects = new SubjectIndex(scanned);
    this.roles = new RoleIndex(base.map(graph -> graph.roles), scanned);
  }

  /** The kinds of the objects that the graph is made of, for rules that ask for it. */
  public static Set<GroupKind> kinds() {
    return KINDS;
  }

  /** The graph of all scanned objects, made when it is first asked for. */
  public static RbacGraph of(ScannedObjects scanned) {
    return scanned.derived(RbacGraph.class, RbacGraph::new);
  }

  /** All rules that an account gets, binding by binding. */
  public List<Grant> grants(Account account) {
    return grants(account, subject -> true, rule -> true);
  }

  /**
   * The names of the accounts that are bound by name, of the namespace of an account. What groups
   * are given, all accounts of a namespace have.
   */
  public Set<String> neighbours(Account account) {
    Set<String> names = new TreeSet<>(subjects.names(account));
    base.ifPresent(graph -> names.addAll(graph.neighbours(account)));
    return names;
  }

  /**
   * The rules of an account that let a request through, be it in one namespace only. What is in no
   * namespace cannot be reached by a role that is bound in one.
   */
  public List<Grant> allowing(Account account, Access access) {
    return grants(account, reaches(access), rule -> rule.allows(access));
  }

  /** The same, if the request is about the one right object; see {@link PolicyRule#allowsSome}. */
  public List<Grant> allowingSome(Account account, Access access) {
    return grants(account, reaches(access), rule -> rule.allowsSome(access));
  }

  /** The rules of an account that let a request for a path of the API server through. */
  public List<Grant> allowingUrl(Account account, String verb, String url) {
    return grants(account, Subject::isEverywhere, rule -> rule.allowsUrl(verb, url));
  }

  private static Predicate<Subject> reaches(Access access) {
    return subject -> subject.isEverywhere() || !ClusterResources.contain(access);
  }

  private List<Grant> grants(
      Account account, Predicate<Subject> givers, Predicate<PolicyRule> rules) {
    List<Grant> grants = new ArrayList<>();
    for (Subject subject : subjects(account).toList()) {
      if (!givers.test(subject)) {
        continue;
      }
      for (KnownRole role : roles.of(subject.binding())) {
        rules(role, subject.binding())
            .filter(rules)
            .map(rule -> Grant.of(rule, role.object(), role.name(), subject))
            .forEach(grants::add);
      }
    }
    return List.copyOf(grants);
  }

  private Stream<Subject> subjects(Account account) {
    Map<KubernetesObject, Subject> found = new LinkedHashMap<>();
    bound(account).forEach(subject -> found.put(subject.binding(), subject));
    if (!account.equals(Account.ANONYMOUS)) {
      everybody().forEach(subject -> found.putIfAbsent(subject.binding(), subject));
    }
    return found.values().stream();
  }

  /**
   * What an account gets roles by, without {@link #everybody()}: of each binding the first subject
   * that means it.
   */
  public List<Subject> bound(Account account) {
    return concat(graph -> graph.subjects.of(account));
  }

  /** What all accounts get roles by: the groups that they all are in. */
  public List<Subject> everybody() {
    return concat(graph -> graph.subjects.ofAll());
  }

  /** The accounts of a name that are bound by it, in whatever namespace. */
  public Set<Account> named(String name) {
    return Set.copyOf(concat(graph -> graph.subjects.named(name)));
  }

  private <T> List<T> concat(Function<RbacGraph, Collection<T>> part) {
    List<T> all = new ArrayList<>();
    base.ifPresent(graph -> all.addAll(graph.concat(part)));
    all.addAll(part.apply(this));
    return all;
  }

  /**
   * The roles that a binding gives: none if it is unknown, several if they cannot be told apart.
   */
  public List<BoundRole> boundRoles(KubernetesObject binding) {
    return roles.of(binding).stream()
        .map(
            role ->
                new BoundRole(
                    role.object(),
                    role.name(),
                    roles.parts(role, binding).stream().map(KnownRole::rules).toList()))
        .toList();
  }

  /** The rules that a binding gives to its subjects, those of aggregated roles included. */
  public List<PolicyRule> rules(KubernetesObject binding) {
    return roles.of(binding).stream().flatMap(role -> rules(role, binding)).toList();
  }

  private Stream<PolicyRule> rules(KnownRole role, KubernetesObject binding) {
    return roles.parts(role, binding).stream().map(KnownRole::rules).flatMap(RbacGraph::charged);
  }

  private static Stream<PolicyRule> charged(List<PolicyRule> rules) {
    ReadBudget.spend(1 + rules.size());
    return rules.stream();
  }

  /**
   * The roles that a binding names: none if there is none among the scanned objects, several if
   * they cannot be told apart.
   */
  public List<KubernetesObject> roles(KubernetesObject binding) {
    return roles.of(binding).stream().flatMap(role -> role.object().stream()).toList();
  }

  /** The role that a binding names, if it is neither among the scanned objects nor built in. */
  public Optional<MissingRole> missing(KubernetesObject binding) {
    if (!roles.of(binding).isEmpty()) {
      return Optional.empty();
    }
    String kind = binding.root().get("roleRef", "kind").text();
    String name = binding.root().get("roleRef", "name").text();
    return Optional.of(new MissingRole(binding, kind, name));
  }

  /** The unknown roles among those that an account gets: it may be allowed more than is seen. */
  public List<MissingRole> missing(Account account) {
    return subjects(account).flatMap(subject -> missing(subject.binding()).stream()).toList();
  }

  /** The unknown roles of all bindings. */
  public List<MissingRole> missing() {
    return allBindings().flatMap(binding -> missing(binding).stream()).toList();
  }

  private Stream<KubernetesObject> allBindings() {
    return Stream.concat(base.stream().flatMap(RbacGraph::allBindings), bindings(scanned));
  }

  /** The bindings of a scan without those of its base. */
  static Stream<KubernetesObject> bindings(ScannedObjects scanned) {
    return Stream.of(CLUSTER_ROLE_BINDING, ROLE_BINDING)
        .flatMap(kind -> scanned.own(kind).stream());
  }
}
