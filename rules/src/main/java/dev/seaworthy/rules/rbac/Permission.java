package dev.seaworthy.rules.rbac;

import dev.seaworthy.rbac.Access;
import dev.seaworthy.rbac.PolicyRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Requests that a role should not allow without need.
 *
 * @param anywhere those that matter in whatever role
 * @param clusterWide those that matter in a role that holds in every namespace: about objects that
 *     are in no namespace, or too common in one to be worth telling
 */
record Permission(List<Access> anywhere, List<Access> clusterWide) {

  /** Nothing, to begin with. */
  static final Permission NONE = new Permission(List.of(), List.of());

  /** This and every verb on every resource, in whatever role. */
  Permission anywhere(Collection<String> verbs, String group, String... resources) {
    return new Permission(joined(anywhere, requests(verbs, group, resources)), clusterWide);
  }

  /** This and a verb on one object, for rules that name the objects that they are about. */
  Permission anywhereNamed(String verb, String group, String resource, String name) {
    return new Permission(
        joined(anywhere, List.of(new Access(verb, group, resource).named(name))), clusterWide);
  }

  /** This and every verb on every resource, in roles that hold in every namespace. */
  Permission clusterWide(Collection<String> verbs, String group, String... resources) {
    return new Permission(anywhere, joined(clusterWide, requests(verbs, group, resources)));
  }

  /** The same requests, all of which matter in whatever role. */
  Permission inNamespacesToo() {
    return new Permission(joined(anywhere, clusterWide), List.of());
  }

  /** The rules of a role that give it, but for those that give everything. */
  List<Use> uses(WrittenRole role) {
    List<Access> requests = role.isClusterWide() ? joined(anywhere, clusterWide) : anywhere;
    List<Use> uses = new ArrayList<>();
    for (PolicyRule rule : role.rules()) {
      List<Access> allowed =
          requests.stream().filter(access -> allows(rule, access)).distinct().toList();
      if (!allowed.isEmpty() && !ManageAllResources.isGivenBy(rule)) {
        uses.add(new Use(rule, allowed));
      }
    }
    return uses;
  }

  private static boolean allows(PolicyRule rule, Access access) {
    return rule.isNamed() == access.name().isPresent() && rule.allows(access);
  }

  private static List<Access> requests(
      Collection<String> verbs, String group, String... resources) {
    return Stream.of(resources)
        .flatMap(resource -> verbs.stream().map(verb -> new Access(verb, group, resource)))
        .toList();
  }

  private static List<Access> joined(List<Access> some, List<Access> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
