package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/** What the engine itself reports about suppressions. They are findings, but no rule's. */
final class SuppressionRules {

  static final RuleMetadata EXPIRED =
      rule(
          "expired-suppression",
          "suppression has expired",
          "Mend the finding, or agree on a new date.");

  static final RuleMetadata INVALID =
      rule(
          "invalid-suppression",
          "suppression names no known rule",
          "Name the rule as in 'seaworthy rules'.");

  static final RuleMetadata UNEXPLAINED =
      rule(
          "suppression-without-reason",
          "suppression gives no reason",
          "Say why the finding is accepted, for whoever reads it next.");

  static final RuleMetadata UNUSED =
      rule(
          "unused-suppression",
          "suppression suppresses nothing",
          "Remove it, so that it does not hide a finding to come.");

  static final List<RuleMetadata> ALL = List.of(EXPIRED, INVALID, UNEXPLAINED, UNUSED);

  private SuppressionRules() {}

  private static RuleMetadata rule(String id, String title, String remediation) {
    return RuleMetadata.builder(id, title)
        .severity(Severity.INFO)
        .category("suppression")
        .remediation(remediation)
        .build();
  }
}
