package dev.seaworthy.cli;

import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facts about a rule, as they stand at the head of its page. */
public final class RuleFacts {

  private RuleFacts() {}

  /** Markdown: the title, and a list. */
  public static String of(RuleMetadata rule) {
    return "\n**"
        + rule.title()
        + "**\n\n"
        + line("Severity", List.of(rule.severity().id()), Function.identity())
        + line("Category", List.of(rule.category()), Function.identity())
        + line("Profile", List.of(rule.profile().id()), Function.identity())
        + line("Standards", rule.standards(), RuleFacts::code)
        + line("Also known as", rule.aliases(), RuleFacts::code)
        + line("What to do", List.of(rule.remediation()), Function.identity())
        + line("Parameters", rule.parameters(), RuleFacts::parameter)
        + line("References", rule.references(), reference -> "<" + reference + ">")
        + "\n";
  }

  private static <T> String line(String name, Collection<T> values, Function<T, String> form) {
    return values.isEmpty()
        ? ""
        : values.stream().map(form).collect(Collectors.joining(", ", "- " + name + ": ", "\n"));
  }

  private static String parameter(RuleParameter parameter) {
    return code(parameter.name())
        + " ("
        + parameter.defaultValue().typeName()
        + "): "
        + parameter.description();
  }

  private static String code(String value) {
    return "`" + value + "`";
  }
}
