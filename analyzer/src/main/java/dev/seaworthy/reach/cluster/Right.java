package dev.seaworthy.reach.cluster;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rbac.Access;
import dev.seaworthy.rbac.Grant;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.reach.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an account may do by its bindings, one for each need.
 *
 * @param namespace the only namespace where it holds, the empty text if the manifest leaves that
 *     open; absent for everywhere
 * @param parts what meets each need
 */
record Right(Optional<String> namespace, List<Part> parts) {

  private static final String API_VERSION = RbacGraph.GROUP + "/v1";

  /**
   * What a binding lets through.
   *
   * @param grant the first of the binding's rules that does
   * @param accesses what it lets through of what is asked for, the most telling first
   * @param names the objects that rules of the binding name that do
   * @param isOnlyRule whether no other rule of the binding does
   * @param isOnlyBinding whether no other binding meets the need
   */
  record Part(
      Grant grant,
      List<Access> accesses,
      Set<String> names,
      boolean isOnlyRule,
      boolean isOnlyBinding) {

    Part {
      accesses = List.copyOf(accesses);
      names = Set.copyOf(names);
    }

    /** This part as one of several bindings that meet the need. */
    Part oneOfSeveral() {
      return new Part(grant, accesses, names, isOnlyRule, false);
    }

    Access access() {
      return accesses.get(0);
    }

    /** The item of the rule that lets it through, or the binding of a built-in role. */
    Field field() {
      return RuleItem.of(grant, accesses)
          .map(RuleItem::field)
          .orElseGet(() -> grant.binding().root().get("roleRef", "name"));
    }

    List<Change> cuts() {
      List<Change> cuts = new ArrayList<>();
      if (isOnlyRule) {
        RuleItem.of(grant, accesses).map(RuleItem::removal).ifPresent(cuts::add);
      }
      cuts.add(
          Change.remove(
              grant.subject(), "take role '" + grant.roleName() + "' away from " + holder()));
      return cuts;
    }

    private String holder() {
      boolean group = grant.subject().get("kind").text().equals("Group");
      return group ? "group '" + grant.subject().get("name").text() + "'" : "the account";
    }
  }

  Right {
    parts = List.copyOf(parts);
  }

  /** This right with a part that holds where it does, or somewhere. */
  Right with(Part part) {
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return new Right(namespace.or(() -> part.grant().namespace()), more);
  }

  /** All of several. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static List<Right> joined(List<Right>... rights) {
    return Stream.of(rights).flatMap(List::stream).toList();
  }

  /** The fields that give it, and then whom they give it to. */
  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    parts.forEach(part -> fields.add(part.field()));
    parts.forEach(part -> fields.add(part.grant().subject()));
    return fields.stream().distinct().toList();
  }

  /** What takes it away. Where several bindings meet a need, none of them does. */
  List<Change> cuts() {
    return parts.stream()
        .filter(part -> part == parts.get(0) || part.isOnlyBinding())
        .flatMap(part -> part.cuts().stream())
        .toList();
  }

  /** The role of the first part. */
  ObjectReference role() {
    Grant grant = parts.get(0).grant();
    return grant
        .role()
        .map(role -> role.reference())
        .orElseGet(
            () ->
                new ObjectReference(
                    API_VERSION,
                    grant.binding().root().get("roleRef", "kind").text(),
                    Optional.empty(),
                    grant.roleName(),
                    Optional.empty()));
  }

  /**
   * Returns what may be done where, such as {@code may list secrets in namespace 'a' by Role 'b'}.
   */
  @Override
  public String toString() {
    String requests = parts.stream().map(Right::request).collect(Collectors.joining(" and "));
    return "may " + requests + " " + where() + " by " + role().kind() + " '" + role().name() + "'";
  }

  private static String request(Part part) {
    return part.access().verb().equals(PolicyRule.ALL) ? "do anything" : part.access().toString();
  }

  private String where() {
    if (namespace.isEmpty()) {
      return "in the whole cluster";
    }
    return namespace.get().isEmpty()
        ? "in its namespace"
        : "in namespace '" + namespace.get() + "'";
  }
}
