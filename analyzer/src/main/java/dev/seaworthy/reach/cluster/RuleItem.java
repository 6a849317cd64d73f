package dev.seaworthy.reach.cluster;

import dev.seaworthy.model.Field;
import dev.seaworthy.rbac.Access;
import dev.seaworthy.rbac.Grant;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.reach.Change;
import java.util.List;
import java.util.Optional;

/**
 * What of a rule that is written in a role gives a right.
 *
 * @param rule the item of the role's rules
 * @param field the item of its resources or, for verbs that are a matter of their own, of its verbs
 * @param isSeparable whether the rule gives something else when this item is taken out
 */
record RuleItem(Field rule, Field field, boolean isSeparable) {

  private static final List<String> TELLING_VERBS = List.of("escalate", "bind", "impersonate");

  /**
   * Empty if the role is built in.
   *
   * @param accesses all that the rule lets through of what is asked for, at least one
   */
  static Optional<RuleItem> of(Grant grant, List<Access> accesses) {
    return grant.rule().field().map(rule -> of(rule, accesses));
  }

  private static RuleItem of(Field rule, List<Access> accesses) {
    String verb = accesses.get(0).verb();
    Field verbs = rule.get("verbs");
    boolean byVerb =
        TELLING_VERBS.contains(verb)
            && verbs.items().stream().anyMatch(item -> item.text().equals(verb));
    Field list = byVerb ? verbs : rule.get("resources");
    List<Field> giving =
        list.items().stream()
            .filter(item -> accesses.stream().anyMatch(access -> gives(item, access, byVerb)))
            .toList();
    Field first = giving.isEmpty() ? list : giving.get(0);
    return new RuleItem(rule, first, giving.size() == 1 && list.items().size() > 1);
  }

  private static boolean gives(Field item, Access access, boolean byVerb) {
    String text = item.text();
    String wanted = byVerb ? access.verb() : access.resource();
    return text.equals(PolicyRule.ALL)
        || text.equals(wanted)
        || !byVerb
            && !access.subresource().isEmpty()
            && text.equals(PolicyRule.ALL + "/" + access.subresource());
  }

  Change removal() {
    if (!isSeparable) {
      return Change.remove(rule, "narrow the rule in " + role());
    }
    String written = field.text();
    return Change.remove(
        field,
        written.equals(PolicyRule.ALL)
            ? "name what is needed in place of '*' in " + role()
            : "take '" + written + "' out of " + role());
  }

  private String role() {
    return rule.object().kind() + " '" + rule.object().name() + "'";
  }
}
