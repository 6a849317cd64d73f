package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.rbac.Access;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rules.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule of a role that gives a permission.
 *
 * @param rule the rule
 * @param allowed the requests of the permission that it allows, at least one
 */
record Use(PolicyRule rule, List<Access> allowed) {

  /** The first item of the rule's resources that gives any of it. */
  Field resource() {
    return firstItem("resources", this::givesResource);
  }

  /** The first item of the rule's verbs that gives any of it. */
  Field verb() {
    return firstItem("verbs", this::givesVerb);
  }

  /** What is allowed, in a message: {@code get and list secrets}. */
  String text() {
    String verbs = Enumeration.of(distinct(allowed.stream().map(Access::verb)), " and ");
    return verbs + " " + resources();
  }

  private String resources() {
    List<String> names = distinct(allowed.stream().map(Use::title));
    if (!resource().text().equals(PolicyRule.ALL)) {
      return Enumeration.of(names, " and ");
    }
    return RuleText.resources(rule) + " (" + names.get(0) + " among them)";
  }

  private static String title(Access access) {
    return access.resource() + access.name().map(name -> " '" + name + "'").orElse("");
  }

  private boolean givesResource(String item) {
    return item.equals(PolicyRule.ALL)
        || allowed.stream()
            .anyMatch(
                access ->
                    item.equals(access.resource())
                        || item.equals(PolicyRule.ALL + "/" + access.subresource()));
  }

  private boolean givesVerb(String item) {
    return item.equals(PolicyRule.ALL)
        || allowed.stream().anyMatch(access -> item.equals(access.verb()));
  }

  private Field firstItem(String list, Predicate<String> gives) {
    Field field = rule.field().orElseThrow().get(list);
    return field.items().stream().filter(item -> gives.test(item.text())).findFirst().orElse(field);
  }

  private static List<String> distinct(Stream<String> texts) {
    return texts.distinct().toList();
  }
}
