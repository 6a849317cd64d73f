package dev.seaworthy.reach.cluster;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ReadBudget;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.podsecurity.NamespacePolicy;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.Stage;
import dev.seaworthy.reach.Step;
import dev.seaworthy.reach.cluster.Right.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the service accounts of a scan lead. What is asked for is worked out once for each account
 * and namespace, however many workloads ask. Safe for any number of threads.
 */
public final class Accounts {

  private static final String USER_PREFIX = "system:serviceaccount:";

  /** How many ways to the same end somebody might stop one by one. */
  static final int MAX_WAYS = 16;

  private final ScannedObjects scanned;
  private final RbacGraph rbac;
  private final RoleRights roles;
  private final Map<Need, List<Part>> shared;
  private final Map<Account, Authority> authorities = new ConcurrentHashMap<>();
  private final Map<Account, List<Step>> direct = new ConcurrentHashMap<>();
  private final Map<Account, List<Step>> all = new ConcurrentHashMap<>();
  private final Map<Account, List<Account>> leading = new ConcurrentHashMap<>();

  public Accounts(ScannedObjects scanned) {
    this.scanned = scanned;
    this.rbac = RbacGraph.of(scanned);
    this.roles = new RoleRights(rbac);
    this.shared = Authority.of(rbac.everybody(), roles);
  }

  /**
   * What a namespace enforces.
   *
   * @param used what is assumed, if no manifest describes it
   */
  record Level(PodSecurityLevel level, List<Assumption> used) {}

  /** The steps that an account takes, to the node, to the cluster and to other accounts. */
  public List<Step> steps(Account account) {
    return known(
        all,
        account,
        asked -> {
          List<Step> steps = new ArrayList<>(direct(asked));
          steps.addAll(steps(ClusterEdges.TO_ACCOUNTS, asked));
          return List.copyOf(steps);
        });
  }

  private List<Step> direct(Account account) {
    return known(direct, account, asked -> steps(ClusterEdges.TO_NODE_OR_CLUSTER, asked));
  }

  private List<Step> steps(List<DefinedEdge<Authority>> edges, Account account) {
    Authority authority = authority(account);
    if (authority.isEmpty()) {
      return List.of();
    }
    Stage start = Stage.of(account);
    List<Step> steps = new ArrayList<>();
    edges.forEach(edge -> steps.addAll(bounded(edge.steps(authority, start))));
    return List.copyOf(steps);
  }

  /** Of more steps to the same end than anybody would stop one by one, one that is not cut. */
  private static List<Step> bounded(List<Step> steps) {
    if (steps.size() <= MAX_WAYS) {
      return steps;
    }
    Map<Stage, List<Step>> byEnd = new LinkedHashMap<>();
    steps.forEach(step -> byEnd.computeIfAbsent(step.to(), end -> new ArrayList<>()).add(step));
    return byEnd.values().stream()
        .flatMap(
            same -> same.size() <= MAX_WAYS ? same.stream() : Stream.of(same.get(0).withoutCuts()))
        .toList();
  }

  private Authority authority(Account account) {
    return known(
        authorities,
        account,
        asked ->
            new Authority(
                asked,
                Authority.of(rbac.bound(asked), roles),
                asked.equals(Account.ANONYMOUS) ? Map.of() : shared,
                this));
  }

  /** The other accounts of the namespace where a right of an account holds that lead further. */
  List<Account> neighbours(Account from, Right right) {
    return known(leading, in(right, from, ""), this::leading).stream()
        .filter(other -> !other.equals(from))
        .toList();
  }

  /**
   * The accounts that lead further of those that the rules name by which an account has a right.
   */
  List<Account> named(Account from, Right right) {
    return right.parts().get(0).names().stream()
        .sorted()
        .flatMap(name -> named(from, right, name))
        .filter(other -> !other.equals(from) && !direct(other).isEmpty())
        .toList();
  }

  private Stream<Account> named(Account from, Right right, String name) {
    if (name.startsWith(USER_PREFIX)) {
      String[] parts = name.substring(USER_PREFIX.length()).split(":", 2);
      return parts.length == 2
          ? Stream.of(new Account(parts[0], parts[1], from.folder()))
          : Stream.empty();
    }
    return right.namespace().isPresent()
        ? Stream.of(in(right, from, name))
        : rbac.named(name).stream();
  }

  /** An account of the namespace where a right holds. */
  private static Account in(Right right, Account holder, String name) {
    String namespace =
        right.namespace().filter(known -> !known.isEmpty()).orElse(holder.namespace());
    return new Account(namespace, name, holder.folder());
  }

  /**
   * Of the accounts of a namespace those that lead to the cluster, to a node, and into each other
   * namespace: two of each, of which one may be the one that asks. More would lead no further.
   */
  private List<Account> leading(Account anybody) {
    List<Account> found = new ArrayList<>();
    Map<Object, Integer> ends = new HashMap<>();
    for (String name : rbac.neighbours(anybody)) {
      Account account = new Account(anybody.namespace(), name, anybody.folder());
      Set<Object> own = new HashSet<>();
      direct(account).stream()
          .map(step -> step.to().foothold())
          .max(Comparator.comparing(Foothold::verdict))
          .ifPresent(own::add);
      AccountEdges.ofNamespaces(authority(account)).stream()
          .map(right -> in(right, account, "").namespace())
          .filter(namespace -> !namespace.equals(anybody.namespace()))
          .forEach(own::add);
      AccountEdges.ofNames(authority(account)).forEach(right -> own.addAll(named(account, right)));
      if (own.stream().anyMatch(end -> ends.getOrDefault(end, 0) < 2)) {
        own.forEach(end -> ends.merge(end, 1, Integer::sum));
        found.add(account);
      }
    }
    return List.copyOf(found);
  }

  /** What is enforced where a right of an account holds: the loosest level that may be meant. */
  Level level(Account holder, Right right) {
    String namespace = in(right, holder, "").namespace();
    KubernetesObject binding = right.parts().get(0).grant().binding();
    Optional<PodSecurityLevel> loosest =
        NamespacePolicy.named(namespace, binding, scanned).stream()
            .map(policy -> policy.demand(NamespacePolicy.Mode.ENFORCE).level())
            .min(Comparator.naturalOrder());
    return loosest
        .map(level -> new Level(level, List.of()))
        .orElseGet(
            () -> new Level(PodSecurityLevel.PRIVILEGED, List.of(Assumption.NAMESPACE_LEVEL)));
  }

  /** The work is for all who will ask, so it is charged to nobody. */
  private static <T> T known(Map<Account, T> map, Account key, Function<Account, T> make) {
    T value = map.get(key);
    if (value == null) {
      value = ReadBudget.unlimited(() -> make.apply(key));
      map.put(key, value);
    }
    return value;
  }
}
