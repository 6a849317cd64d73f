package dev.seaworthy.reach.cluster;

import dev.seaworthy.rbac.Access;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.rbac.Grant;
import dev.seaworthy.reach.cluster.Right.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service account may do that leads further.
 *
 * @param account the account
 * @param grants its rules that are about anything of interest, binding by binding
 * @param accounts what else is known of accounts and namespaces
 */
record Authority(Account account, List<Grant> grants, Accounts accounts) {

  /** More bindings for the same right than anybody would take away one by one. */
  private static final int MAX_RIGHTS = 16;

  /** Bindings that are looked at for one need, so that several needs stay within bounds. */
  private static final int MAX_PARTS = 1_000;

  Authority {
    grants = List.copyOf(grants);
  }

  /**
   * The rights that together meet all needs, binding by binding of those that meet the first.
   *
   * @param scope where they have to hold
   */
  List<Right> rights(Scope scope, Need first, Need... more) {
    List<Right> rights = new ArrayList<>();
    for (Part part : parts(first)) {
      rights.add(new Right(part.grant().namespace(), List.of(part), true));
    }
    for (Need need : more) {
      rights = joined(rights, rights.isEmpty() ? List.of() : parts(need));
    }
    List<Right> holding =
        rights.stream().filter(right -> scope.contains(right.namespace())).toList();
    return holding.size() <= MAX_RIGHTS ? holding : List.of(holding.get(0).oneOfMany());
  }

  /** Each binding that meets a need, by the first of its rules that does. */
  private List<Part> parts(Need need) {
    Map<Binding, Part> parts = new LinkedHashMap<>();
    for (Grant grant : grants) {
      List<Access> accesses = need.allowedBy(grant);
      if (!accesses.isEmpty()) {
        parts.merge(
            new Binding(grant),
            new Part(grant, accesses, true, true),
            (known, other) -> new Part(known.grant(), known.accesses(), false, true));
      }
    }
    boolean only = parts.size() == 1;
    return parts.values().stream()
        .limit(MAX_PARTS)
        .map(part -> new Part(part.grant(), part.accesses(), part.isOnlyRule(), only))
        .toList();
  }

  /** A binding, and whom it means: told apart by identity, as objects are. */
  private record Binding(Object object, String role) {
    Binding(Grant grant) {
      this(grant.binding(), grant.roleName());
    }
  }

  /** Rights with one more part that holds where they do: one for each right and namespace. */
  private static List<Right> joined(List<Right> rights, List<Part> parts) {
    Map<List<Object>, Right> joined = new LinkedHashMap<>();
    for (Right right : rights) {
      for (Part part : parts) {
        Optional<String> other = part.grant().namespace();
        boolean agrees =
            right.namespace().isEmpty() || other.isEmpty() || right.namespace().equals(other);
        if (agrees) {
          Optional<String> namespace = right.namespace().or(() -> other);
          List<Part> both = new ArrayList<>(right.parts());
          both.add(part);
          joined.putIfAbsent(List.of(right, namespace), new Right(namespace, both, true));
        }
      }
    }
    return List.copyOf(joined.values());
  }
}
