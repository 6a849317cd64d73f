package dev.seaworthy.reach.cluster;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ReadBudget;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.podsecurity.NamespacePolicy;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.rbac.Grant;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.Stage;
import dev.seaworthy.reach.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Where the service accounts of a scan lead. What is asked for is worked out once for each account
 * and namespace, however many workloads ask. Safe for any number of threads.
 */
public final class Accounts {

  /** The kind of namespaces. */
  public static final GroupKind NAMESPACE = GroupKind.core("Namespace");

  private final ScannedObjects scanned;
  private final RbacGraph rbac;
  private final Map<Account, Authority> authorities = new ConcurrentHashMap<>();
  private final Map<Account, List<Step>> direct = new ConcurrentHashMap<>();
  private final Map<Account, List<Step>> all = new ConcurrentHashMap<>();
  private final Map<Account, List<Account>> leading = new ConcurrentHashMap<>();

  public Accounts(ScannedObjects scanned) {
    this.scanned = scanned;
    this.rbac = RbacGraph.of(scanned);
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
    if (authority.grants().isEmpty()) {
      return List.of();
    }
    Stage start = Stage.of(account);
    return edges.stream().flatMap(edge -> edge.steps(authority, start).stream()).toList();
  }

  private Authority authority(Account account) {
    return known(
        authorities,
        account,
        asked -> new Authority(asked, rbac.grants(asked, Need::isConcernedBy), this));
  }

  /** The other accounts to which a right leads an account, of those that lead further. */
  List<Account> reachable(Account from, Right right) {
    Account anybody = in(right, from, "");
    Grant grant = right.parts().get(0).grant();
    boolean named =
        grant.rule().isNamed()
            && right.parts().get(0).access().resource().startsWith("serviceaccounts");
    List<Account> others =
        named
            ? grant.rule().resourceNames().stream()
                .map(name -> in(right, from, name))
                .filter(other -> !direct(other).isEmpty())
                .toList()
            : known(leading, anybody, this::leading);
    return others.stream().filter(other -> !other.equals(from)).toList();
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
        scanned.named(NAMESPACE, namespace, binding).stream()
            .map(object -> new NamespacePolicy(object).demand(NamespacePolicy.Mode.ENFORCE).level())
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
