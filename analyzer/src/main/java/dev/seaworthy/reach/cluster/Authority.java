package dev.seaworthy.reach.cluster;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.rbac.Subject;
import dev.seaworthy.reach.cluster.Right.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a service account may do that leads further.
 *
 * @param account the account
 * @param own what it is given by name or through its namespace
 * @param shared what every account is given
 * @param accounts what else is known of accounts and namespaces
 */
record Authority(
    Account account, Map<Need, List<Part>> own, Map<Need, List<Part>> shared, Accounts accounts) {

  /** What subjects are given, binding by binding. */
  static Map<Need, List<Part>> of(List<Subject> subjects, RoleRights roles) {
    Map<Need, List<Part>> all = new EnumMap<>(Need.class);
    for (Subject subject : subjects) {
      roles
          .parts(subject)
          .forEach(
              (need, parts) ->
                  all.computeIfAbsent(need, unused -> new ArrayList<>(1)).addAll(parts));
    }
    return all;
  }

  boolean isEmpty() {
    return own.isEmpty() && shared.isEmpty();
  }

  /** The version of the cluster that the rights are in. */
  Optional<KubernetesVersion> version() {
    return Stream.of(own, shared)
        .flatMap(parts -> parts.values().stream())
        .findFirst()
        .map(parts -> parts.get(0).grant().binding().cluster().version());
  }

  /**
   * The rights that together meet all needs, binding by binding of those that meet the first: of a
   * namespace at most one more than anybody would take away one by one.
   *
   * @param scope where they have to hold
   */
  List<Right> rights(Scope scope, Need first, Need... more) {
    List<Right> rights = new ArrayList<>();
    for (Part part : parts(first)) {
      rights.add(new Right(part.grant().namespace(), List.of(part)));
    }
    for (Need need : more) {
      rights = rights.isEmpty() ? rights : joined(rights, parts(need));
    }
    Map<Optional<String>, List<Right>> byNamespace = new LinkedHashMap<>();
    for (Right right : rights) {
      if (scope.contains(right.namespace())) {
        byNamespace.computeIfAbsent(right.namespace(), unused -> new ArrayList<>(1)).add(right);
      }
    }
    return byNamespace.values().stream()
        .flatMap(same -> same.stream().limit(Accounts.MAX_WAYS + 1))
        .toList();
  }

  private List<Part> parts(Need need) {
    List<Part> parts = own.getOrDefault(need, List.of());
    List<Part> common = shared.getOrDefault(need, List.of());
    if (parts.size() + common.size() <= 1) {
      return parts.isEmpty() ? common : parts;
    }
    return Stream.concat(parts.stream(), common.stream()).map(Part::oneOfSeveral).toList();
  }

  /** Rights with one more part that holds where they do: one for each right and namespace. */
  private static List<Right> joined(List<Right> rights, List<Part> parts) {
    Map<Optional<String>, Part> firsts = new LinkedHashMap<>();
    parts.forEach(part -> firsts.putIfAbsent(part.grant().namespace(), part));
    Optional<Part> everywhere = Optional.ofNullable(firsts.get(Optional.<String>empty()));
    List<Right> joined = new ArrayList<>();
    for (Right right : rights) {
      if (right.namespace().isEmpty()) {
        firsts.values().forEach(part -> joined.add(right.with(part)));
      } else {
        Stream.concat(everywhere.stream(), Stream.ofNullable(firsts.get(right.namespace())))
            .findFirst()
            .ifPresent(part -> joined.add(right.with(part)));
      }
    }
    return joined;
  }
}
