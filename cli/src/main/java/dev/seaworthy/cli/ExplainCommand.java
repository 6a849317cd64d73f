package dev.seaworthy.cli;

import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rules.RulePages;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seaworthy explain}. */
final class ExplainCommand implements Command {

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String description() {
    return "Print the page of a rule: why it matters and what to do.";
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addPositional(
        Options.parameter(
            "RULE", "1", "The rule's id, or another tool's name for it, such as KSV-0017."));
    CheckOptions.addPolicies(spec);
  }

  @Override
  public int run(ParseResult arguments, Environment environment)
      throws UsageException, ConfigurationException, IOException {
    String name = arguments.matchedPositionalValue(0, "");
    Policies policies = Policies.of(arguments, environment);
    String text = text(policies.catalog(), name);
    Text.write(
        environment.out(),
        environment.wantsColour() ? Markdown.styled(text) : Markdown.plain(text));
    return policies.status();
  }

  private static String text(RuleCatalog catalog, String name) throws UsageException {
    if (catalog.matching(name).isEmpty()) {
      List<Coverage.Fact> facts = Coverage.read().withoutRule(name);
      if (!facts.isEmpty()) {
        return withoutRule(name, facts);
      }
    }
    return RuleNames.named(catalog, name).stream()
        .map(ExplainCommand::page)
        .collect(Collectors.joining("\n"));
  }

  /** Why no rule stands for another tool's check. */
  private static String withoutRule(String check, List<Coverage.Fact> facts) {
    String tools =
        facts.stream()
            .flatMap(fact -> fact.toolsWith(check).stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return facts.stream()
        .map(fact -> "- " + fact.title() + ": " + fact.reason().orElseThrow() + "\n")
        .collect(
            Collectors.joining(
                "",
                "# " + check + "\n\n**check of " + tools + " that no rule stands for**\n\n",
                ""));
  }

  /** A rule that has no page of its own is explained by what it says of itself. */
  private static String page(RuleMetadata rule) {
    return RulePages.page(rule.id())
        .orElseGet(() -> "# " + rule.id() + "\n" + RuleFacts.of(rule).stripTrailing() + "\n");
  }
}
