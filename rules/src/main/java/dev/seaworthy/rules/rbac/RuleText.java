package dev.seaworthy.rules.rbac;

import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rules.Enumeration;
import java.util.ArrayList;
import java.util.List;

/** What a rule of a role allows, in the words of a message. */
final class RuleText {

  private static final int MOST = 4;

  private RuleText() {}

  /** Its verbs: {@code get and list}. */
  static String verbs(PolicyRule rule) {
    return rule.verbs().contains(PolicyRule.ALL) ? "do everything with" : names(rule.verbs());
  }

  /** Its resources, with their groups where these say more: {@code all resources}. */
  static String resources(PolicyRule rule) {
    boolean all = rule.resources().contains(PolicyRule.ALL);
    String resources = all ? "all resources" : names(rule.resources());
    if (rule.apiGroups().contains(PolicyRule.ALL)) {
      return all ? resources : resources + " of all API groups";
    }
    return all ? resources + " of " + groups(rule.apiGroups()) : resources;
  }

  /** Some names, the first few of many. */
  static String names(List<String> names) {
    if (names.isEmpty()) {
      return "nothing";
    }
    if (names.size() <= MOST) {
      return Enumeration.of(names, " and ");
    }
    List<String> shown = new ArrayList<>(names.subList(0, MOST - 1));
    shown.add((names.size() - shown.size()) + " others");
    return Enumeration.of(shown, " and ");
  }

  private static String groups(List<String> groups) {
    return names(
        groups.stream()
            .map(group -> group.isEmpty() ? "the core API group" : "API group '" + group + "'")
            .toList());
  }
}
