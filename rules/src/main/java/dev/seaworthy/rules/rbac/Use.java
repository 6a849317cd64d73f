package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.rbac.Access;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rules.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule of a role that gives a permission.
 *
 * @param rule the rule
 * @param allowed the requests of the permission that it allows, at least one
 */
record Use(PolicyRule rule, List<Access> allowed) {

  /** The item of the rule's resources that gives the first request. */
  Field resource() {
    Access first = allowed.get(0);
    return item(
        "resources", first.resource(), PolicyRule.ALL + "/" + first.subresource(), PolicyRule.ALL);
  }

  /** The item of the rule's verbs that gives the first request. */
  Field verb() {
    return item("verbs", allowed.get(0).verb(), PolicyRule.ALL);
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
    return RuleText.resources(rule) + ", " + names.get(0) + " among them,";
  }

  private static String title(Access access) {
    return access.resource() + access.name().map(name -> " '" + name + "'").orElse("");
  }

  private Field item(String list, String... texts) {
    Field field = rule.field().orElseThrow().get(list);
    return Stream.of(texts)
        .map(text -> field.items().stream().filter(item -> item.text().equals(text)).findFirst())
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(field);
  }

  private static List<String> distinct(Stream<String> texts) {
    return texts.distinct().toList();
  }
}
