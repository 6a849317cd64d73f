package dev.seaworthy.cli;

import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rules.RulePages;
import java.io.IOException;
import java.util.List;
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
    List<RuleMetadata> rules = RuleNames.named(policies.catalog(), name);
    StringBuilder pages = new StringBuilder();
    for (RuleMetadata rule : rules) {
      pages.append(pages.length() > 0 ? "\n" : "").append(page(rule));
    }
    String text = pages.toString();
    Text.write(
        environment.out(),
        environment.wantsColour() ? Markdown.styled(text) : Markdown.plain(text));
    return policies.status();
  }

  /** A rule that has no page of its own is explained by what it says of itself. */
  private static String page(RuleMetadata rule) {
    return RulePages.page(rule.id())
        .orElseGet(() -> "# " + rule.id() + "\n" + RuleFacts.of(rule).stripTrailing() + "\n");
  }
}
