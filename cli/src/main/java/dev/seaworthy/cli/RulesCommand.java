package dev.seaworthy.cli;

import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.report.JsonRuleList;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seaworthy rules}. */
final class RulesCommand implements Command {

  private static final String FORMAT = "--format";

  /** The ways to write the list. */
  private enum Format {
    TEXT,
    JSON;

    /** The name in options. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String description() {
    return "List all rules, with their names in other tools.";
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addOption(Options.choice(FORMAT, Format.class, "How to write the list: text by default."));
    CheckOptions.addPolicies(spec);
  }

  @Override
  public int run(ParseResult arguments, Environment environment)
      throws UsageException, ConfigurationException, IOException {
    Policies policies = Policies.of(arguments, environment);
    List<RuleMetadata> rules = policies.catalog().rules();
    if (arguments.matchedOptionValue(FORMAT, Format.TEXT) == Format.JSON) {
      new JsonRuleList(Version.TOOL, policies::language).write(rules, environment.out());
    } else {
      Text.write(environment.out(), table(rules, policies));
    }
    return policies.status();
  }

  /** One line for each rule, so that a search for any of its names finds its id. */
  private static String table(List<RuleMetadata> rules, Policies policies) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ID", "SEVERITY", "DEFAULT", "CATEGORY", "LANGUAGE", "STANDARDS", "ALIASES"));
    for (RuleMetadata rule : rules) {
      rows.add(
          List.of(
              rule.id(),
              rule.severity().id(),
              Profile.RECOMMENDED.includes(rule.profile()) ? "on" : "off",
              rule.category(),
              policies.language(rule),
              orDash(rule.standards()),
              orDash(rule.aliases())));
    }
    return Table.of(rows);
  }

  private static String orDash(List<String> names) {
    return names.isEmpty() ? "-" : String.join(",", names);
  }
}
