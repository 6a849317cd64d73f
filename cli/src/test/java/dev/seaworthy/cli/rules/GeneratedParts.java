package dev.seaworthy.cli.rules;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import java.util.List;

/** What tests write into the pages of rules. */
final class GeneratedParts {

  private GeneratedParts() {}

  /** What a rule finds in an example, below the example. */
  static String findings(List<Finding> findings) {
    StringBuilder text = new StringBuilder("\n```text\n");
    for (Finding finding : findings) {
      text.append(place(finding.location())).append(": ").append(finding.message()).append('\n');
      for (RelatedPlace related : finding.related()) {
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

  private static String place(Location location) {
    return location.span().start().line() + ":" + location.span().start().column();
  }
}
