package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Judges suppressions: one without a reason, of an unknown rule, that has expired, or that
 * suppresses nothing is a finding itself.
 */
final class SuppressionJudge {

  private final RuleCatalog catalog;
  private final UnaryOperator<String> didYouMean;
  private final Map<String, RuleMetadata> selected;

  /** The guesses for the names of findings that are kept, so no more than those. */
  private final Map<String, String> guesses = new ConcurrentHashMap<>();

  /**
   * @param didYouMean gives the end of a message about a name that is not known
   * @param selected the rules that run, by id
   */
  SuppressionJudge(
      RuleCatalog catalog, UnaryOperator<String> didYouMean, Map<String, RuleMetadata> selected) {
    this.catalog = catalog;
    this.didYouMean = didYouMean;
    this.selected = selected;
  }

  /**
   * @param accepted whether a name is of use, or cannot be blamed for being of none
   */
  void judge(
      InlineSuppression inline,
      Predicate<InlineSuppression.Name> accepted,
      FindingSink<Finding> findings) {
    Report report = new Report(inline.suppression(), findings);
    if (inline.names().isEmpty()) {
      report.add(SuppressionRules.INVALID, () -> "suppression names no rule: " + form(inline));
    } else if (inline.suppression().reason().isEmpty()) {
      report.add(
          SuppressionRules.UNEXPLAINED, () -> "suppression of " + inline + " gives no reason");
    }
    for (InlineSuppression.Name name : inline.names()) {
      if (name.rules().isEmpty()) {
        report.add(SuppressionRules.INVALID, () -> unknownRule(name.written()));
      } else if (anyRuns(name.rules()) && !accepted.test(name)) {
        report.add(SuppressionRules.UNUSED, () -> unused(inline, name));
      }
    }
  }

  /**
   * @param expired whether it counts no more
   * @param used whether it has suppressed anything
   */
  void judge(
      ConfiguredIgnore ignore,
      boolean expired,
      boolean used,
      AnalysedFiles files,
      FindingSink<Finding> findings) {
    Report report = new Report(ignore.suppression(), findings);
    String name = "suppression of '" + ignore.rule() + "'";
    if (ignore.reason().isEmpty()) {
      report.add(SuppressionRules.UNEXPLAINED, () -> name + " gives no reason");
    }
    if (expired) {
      LocalDate date = ignore.expires().orElseThrow();
      report.add(SuppressionRules.EXPIRED, () -> name + " expired on " + date);
    } else if (!used && isExpectedToMatch(ignore, files)) {
      String cause = files.anyFor(ignore) ? "" : ": no analysed file has such a path";
      report.add(SuppressionRules.UNUSED, () -> name + " suppresses nothing" + cause);
    }
  }

  private boolean isExpectedToMatch(ConfiguredIgnore ignore, AnalysedFiles files) {
    return ignore.expectedToMatch()
        && anyRuns(catalog.matching(ignore.rule()))
        && files.completeFor(ignore);
  }

  /** Says something of one suppression, as far as the rules that say it run. */
  private final class Report {

    private final Suppression suppression;
    private final FindingSink<Finding> findings;

    Report(Suppression suppression, FindingSink<Finding> findings) {
      this.suppression = suppression;
      this.findings = findings;
    }

    void add(RuleMetadata rule, Supplier<String> message) {
      RuleMetadata configured = selected.get(rule.id());
      if (configured != null) {
        findings.offer(rule.id(), fingerprints -> finding(configured, message.get(), fingerprints));
      }
    }

    private Finding finding(RuleMetadata rule, String message, Fingerprints fingerprints) {
      Location location = suppression.location();
      return new Finding(
          rule,
          message,
          location,
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(),
          fingerprints.next(rule.id(), location.file(), message));
    }
  }

  private boolean anyRuns(List<RuleMetadata> rules) {
    return rules.stream().anyMatch(rule -> selected.containsKey(rule.id()));
  }

  private String unknownRule(String name) {
    return "suppression names unknown rule '"
        + name
        + "'"
        + guesses.computeIfAbsent(name, didYouMean);
  }

  private static String unused(InlineSuppression inline, InlineSuppression.Name name) {
    String of = inline.container().map(known -> " for container '" + known + "'").orElse("");
    return "suppression of '" + name.written() + "'" + of + " suppresses nothing";
  }

  private static String form(InlineSuppression inline) {
    return inline.suppression().kind() == Suppression.Kind.COMMENT
        ? "write 'seaworthy: ignore[rule-id] reason'"
        : "write 'ignore.seaworthy.dev/rule-id: reason'";
  }
}
