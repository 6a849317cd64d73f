package dev.seaworthy.cli.rules;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import dev.seaworthy.source.Location;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What tests write into the pages of rules. */
final class GeneratedParts {

  private GeneratedParts() {}

  /** The facts about a rule, at the head of its page. */
  static String header(RuleMetadata rule) {
    return "\n**"
        + rule.title()
        + "**\n\n"
        + line("Severity", List.of(rule.severity().id()), Function.identity())
        + line("Category", List.of(rule.category()), Function.identity())
        + line("Profile", List.of(rule.profile().id()), Function.identity())
        + line("Standards", rule.standards(), GeneratedParts::code)
        + line("Also known as", rule.aliases(), GeneratedParts::code)
        + line("What to do", List.of(rule.remediation()), Function.identity())
        + line("Parameters", rule.parameters(), GeneratedParts::parameter)
        + line("References", rule.references(), reference -> "<" + reference + ">")
        + "\n";
  }

  /** What a rule finds in an example, below the example. */
  static String findings(List<Finding> findings) {
    StringBuilder text = new StringBuilder("\n```text\n");
    for (Finding finding : findings) {
      text.append(place(finding.location())).append(": ").append(finding.message()).append('\n');
      for (Finding.Related related : finding.related()) {
        text.append("  ").append(place(related.location())).append(": ").append(related.message());
        text.append('\n');
      }
    }
    return text.append("```\n\n").toString();
  }

  /** The table of all rules. */
  static String index(List<RuleMetadata> rules) {
    StringBuilder table = new StringBuilder("\n| rule | severity | profile | what it finds |\n");
    table.append("|---|---|---|---|\n");
    for (RuleMetadata rule : rules) {
      String link = "[" + rule.id() + "](" + rule.id() + ".md)";
      String cells =
          String.join(" | ", link, rule.severity().id(), rule.profile().id(), rule.title());
      table.append("| ").append(cells).append(" |\n");
    }
    return table.append('\n').toString();
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

  private static String place(Location location) {
    return location.span().start().line() + ":" + location.span().start().column();
  }
}
