package dev.seaworthy.reach.cluster;

import dev.seaworthy.rbac.Access;
import dev.seaworthy.rbac.BoundRole;
import dev.seaworthy.rbac.Grant;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.rbac.Subject;
import dev.seaworthy.reach.cluster.Right.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What bindings give. Each list of rules is looked at once, however many bindings give it to
 * however many accounts. Safe for any number of threads.
 */
final class RoleRights {

  private final RbacGraph rbac;
  private final Map<List<PolicyRule>, Map<Need, Found>> everywhere = synchronizedMap();
  private final Map<List<PolicyRule>, Map<Need, Found>> inNamespace = synchronizedMap();

  RoleRights(RbacGraph rbac) {
    this.rbac = rbac;
  }

  private static Map<List<PolicyRule>, Map<Need, Found>> synchronizedMap() {
    return Collections.synchronizedMap(new IdentityHashMap<>());
  }

  /**
   * What of some rules meets a need.
   *
   * @param rule the first that does
   * @param accesses what it lets through
   * @param names the objects that rules name that do
   * @param isOnly whether no other does
   */
  private record Found(PolicyRule rule, List<Access> accesses, Set<String> names, boolean isOnly) {}

  /** What meets each need of what a subject is given, one for each role. */
  Map<Need, List<Part>> parts(Subject subject) {
    Map<Need, List<Part>> parts = new EnumMap<>(Need.class);
    for (BoundRole role : rbac.boundRoles(subject.binding())) {
      found(role, subject.isEverywhere())
          .forEach(
              (need, found) -> {
                Grant grant = Grant.of(found.rule, role.object(), role.name(), subject);
                parts
                    .computeIfAbsent(need, unused -> new ArrayList<>(1))
                    .add(new Part(grant, found.accesses, found.names, found.isOnly, true));
              });
    }
    return parts;
  }

  private Map<Need, Found> found(BoundRole role, boolean isEverywhere) {
    Map<List<PolicyRule>, Map<Need, Found>> known = isEverywhere ? everywhere : inNamespace;
    Map<Need, Found> all = new EnumMap<>(Need.class);
    for (List<PolicyRule> rules : role.parts()) {
      Map<Need, Found> found = known.get(rules);
      if (found == null) {
        found = found(rules, isEverywhere);
        known.put(rules, found);
      }
      found.forEach((need, more) -> all.merge(need, more, RoleRights::first));
    }
    return all;
  }

  private static Map<Need, Found> found(List<PolicyRule> rules, boolean isEverywhere) {
    Map<Need, Found> found = new EnumMap<>(Need.class);
    for (PolicyRule rule : rules) {
      if (Need.isConcernedBy(rule)) {
        for (Need need : Need.values()) {
          List<Access> accesses = need.allowedBy(rule, isEverywhere);
          if (!accesses.isEmpty()) {
            Set<String> names = Set.copyOf(rule.resourceNames());
            found.merge(need, new Found(rule, accesses, names, true), RoleRights::first);
          }
        }
      }
    }
    return found;
  }

  private static Found first(Found one, Found other) {
    Set<String> names = one.names;
    if (!names.containsAll(other.names)) {
      names = new TreeSet<>(one.names);
      names.addAll(other.names);
    }
    return new Found(one.rule, one.accesses, names, false);
  }
}
