package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges suppressions: one without a reason, of an unknown rule, that has expired, or that
 * suppresses nothing is a finding itself.
 */
final class SuppressionJudge {

  private final RuleCatalog catalog;
  private final Map<String, RuleMetadata> selected;

  /**
   * @param selected the rules that run, by id
   */
  SuppressionJudge(RuleCatalog catalog, Map<String, RuleMetadata> selected) {
    this.catalog = catalog;
    this.selected = selected;
  }

  /**
   * @param accepted whether a name is of use, or cannot be blamed for being of none
   */
  List<Finding> judge(InlineSuppression inline, Predicate<InlineSuppression.Name> accepted) {
    Report report = new Report(inline.suppression());
    if (inline.names().isEmpty()) {
      report.add(SuppressionRules.INVALID, "suppression names no rule: " + form(inline));
    } else if (inline.suppression().reason().isEmpty()) {
      report.add(SuppressionRules.UNEXPLAINED, "suppression of " + inline + " gives no reason");
    }
    for (InlineSuppression.Name name : inline.names()) {
      if (name.rules().isEmpty()) {
        report.add(SuppressionRules.INVALID, unknownRule(name.written()));
      } else if (anyRuns(name.rules()) && !accepted.test(name)) {
        String of =
            inline.scope().container().map(known -> " for container '" + known + "'").orElse("");
        report.add(
            SuppressionRules.UNUSED,
            "suppression of '" + name.written() + "'" + of + " suppresses nothing");
      }
    }
    return report.findings;
  }

  /**
   * @param expired whether it counts no more
   * @param used whether it has suppressed anything
   */
  List<Finding> judge(ConfiguredIgnore ignore, boolean expired, boolean used, AnalysedFiles files) {
    Report report = new Report(ignore.suppression());
    String name = "suppression of '" + ignore.rule() + "'";
    if (ignore.reason().isEmpty()) {
      report.add(SuppressionRules.UNEXPLAINED, name + " gives no reason");
    }
    if (expired) {
      report.add(SuppressionRules.EXPIRED, name + " expired on " + ignore.expires().orElseThrow());
    } else if (!used && isExpectedToMatch(ignore, files)) {
      String cause = files.anyFor(ignore) ? "" : ": no analysed file has such a path";
      report.add(SuppressionRules.UNUSED, name + " suppresses nothing" + cause);
    }
    return report.findings;
  }

  private boolean isExpectedToMatch(ConfiguredIgnore ignore, AnalysedFiles files) {
    return ignore.expectedToMatch()
        && anyRuns(catalog.matching(ignore.rule()))
        && files.completeFor(ignore);
  }

  /** Collects what is said of one suppression, as far as the rules that say it run. */
  private final class Report {

    private final Suppression suppression;
    private final List<Finding> findings = new ArrayList<>(1);

    Report(Suppression suppression) {
      this.suppression = suppression;
    }

    void add(RuleMetadata rule, String message) {
      RuleMetadata configured = selected.get(rule.id());
      if (configured != null) {
        findings.add(
            new Finding(
                configured,
                message,
                suppression.location(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                Fingerprint.of(rule.id(), suppression.location().file(), message)));
      }
    }
  }

  private boolean anyRuns(List<RuleMetadata> rules) {
    return rules.stream().anyMatch(rule -> selected.containsKey(rule.id()));
  }

  private String unknownRule(String name) {
    String hint = catalog.suggestion(name).map(near -> "; did you mean '" + near + "'?").orElse("");
    return "suppression names unknown rule '" + name + "'" + hint;
  }

  private static String form(InlineSuppression inline) {
    return inline.suppression().kind() == Suppression.Kind.COMMENT
        ? "write 'seaworthy: ignore[rule-id] reason'"
        : "write 'ignore.seaworthy.dev/rule-id: reason'";
  }
}
