package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Holds findings against suppressions, and suppressions against findings: one without a reason, of
 * an unknown rule, that has expired, or that suppresses nothing is a finding itself.
 *
 * <p>One instance serves one analysis: it remembers which configured suppressions were of use.
 */
final class Suppressor {

  private final IgnorePolicy policy;
  private final RuleCatalog catalog;
  private final Map<String, RuleMetadata> selected;
  private final Set<ConfiguredIgnore> used = ConcurrentHashMap.newKeySet();

  Suppressor(IgnorePolicy policy, RuleCatalog catalog, Map<String, RuleMetadata> selected) {
    this.policy = policy;
    this.catalog = catalog;
    this.selected = selected;
  }

  /** The findings of one file, those that are shown and those that are not. */
  record Verdict(List<Finding> findings, List<SuppressedFinding> suppressed) {}

  Verdict apply(List<Hit> hits, List<InlineSuppression> inline) {
    List<Finding> findings = new ArrayList<>();
    List<SuppressedFinding> suppressed = new ArrayList<>();
    Set<InlineSuppression> usedInline = ConcurrentHashMap.newKeySet();
    for (Hit hit : hits) {
      Optional<Suppression> match =
          policy.honoured() ? match(hit, inline, usedInline) : Optional.empty();
      match.ifPresentOrElse(
          found -> suppressed.add(new SuppressedFinding(hit.finding(), found)),
          () -> findings.add(hit.finding()));
    }
    if (policy.honoured()) {
      for (InlineSuppression suppression : inline) {
        judge(suppression, usedInline.contains(suppression), findings);
      }
    }
    return new Verdict(findings, suppressed);
  }

  /** What is to be said of the configured suppressions once all files are done. */
  List<Finding> judgeConfigured(Set<String> analysedFiles) {
    List<Finding> findings = new ArrayList<>();
    if (policy.honoured()) {
      for (ConfiguredIgnore ignore : policy.configured()) {
        judge(ignore, analysedFiles, findings);
      }
    }
    return findings;
  }

  private Optional<Suppression> match(
      Hit hit, List<InlineSuppression> inline, Set<InlineSuppression> usedInline) {
    Suppression match = null;
    for (InlineSuppression suppression : inline) {
      if (suppression.matches(hit)) {
        usedInline.add(suppression);
        match = match == null ? suppression.suppression() : match;
      }
    }
    for (ConfiguredIgnore ignore : policy.configured()) {
      if (!isExpired(ignore) && matches(ignore, hit)) {
        used.add(ignore);
        match =
            match == null
                ? new Suppression(
                    Suppression.Kind.CONFIGURATION, ignore.reason(), ignore.location())
                : match;
      }
    }
    return Optional.ofNullable(match);
  }

  private boolean matches(ConfiguredIgnore ignore, Hit hit) {
    Finding finding = hit.finding();
    return catalog.find(ignore.rule()).stream().anyMatch(r -> r.id().equals(finding.ruleId()))
        && ignore.file().map(file -> file.test(finding.location().file())).orElse(true)
        && isSame(ignore.kind(), finding.object().map(object -> object.kind()))
        && isSame(ignore.name(), finding.object().map(object -> object.name()))
        && isSame(ignore.namespace(), finding.object().flatMap(object -> object.namespace()))
        && isSame(ignore.container(), finding.container());
  }

  private static boolean isSame(Optional<String> wanted, Optional<String> actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  private boolean isExpired(ConfiguredIgnore ignore) {
    Optional<LocalDate> expires = ignore.expires();
    return policy.today().isPresent()
        && expires.isPresent()
        && policy.today().get().isAfter(expires.get());
  }

  private void judge(InlineSuppression suppression, boolean isUsed, List<Finding> findings) {
    BiConsumer<RuleMetadata, String> report = reporter(suppression.suppression(), findings);
    List<String> unknown =
        suppression.written().stream().filter(name -> catalog.find(name).isEmpty()).toList();
    unknown.forEach(name -> report.accept(SuppressionRules.INVALID, unknownRule(name)));
    if (suppression.written().isEmpty()) {
      report.accept(
          SuppressionRules.INVALID,
          "suppression names no rule: write 'seaworthy: ignore[rule-id] reason'");
    } else if (suppression.suppression().reason().isEmpty()) {
      report.accept(
          SuppressionRules.UNEXPLAINED,
          "suppression of " + quoted(suppression) + " gives no reason");
    }
    boolean anyRan = suppression.rules().stream().anyMatch(rule -> selected.containsKey(rule.id()));
    if (!isUsed && anyRan) {
      report.accept(
          SuppressionRules.UNUSED, "suppression of " + quoted(suppression) + " suppresses nothing");
    }
  }

  private void judge(ConfiguredIgnore ignore, Set<String> analysedFiles, List<Finding> findings) {
    Suppression suppression =
        new Suppression(Suppression.Kind.CONFIGURATION, ignore.reason(), ignore.location());
    BiConsumer<RuleMetadata, String> report = reporter(suppression, findings);
    String name = "suppression of '" + ignore.rule() + "'";
    if (ignore.reason().isEmpty()) {
      report.accept(SuppressionRules.UNEXPLAINED, name + " gives no reason");
    }
    boolean inScope = ignore.file().map(analysedFiles.stream()::anyMatch).orElse(true);
    boolean ran =
        catalog.find(ignore.rule()).stream().anyMatch(rule -> selected.containsKey(rule.id()));
    if (isExpired(ignore)) {
      report.accept(
          SuppressionRules.EXPIRED, name + " expired on " + ignore.expires().orElseThrow());
    } else if (!used.contains(ignore) && inScope && ran) {
      report.accept(SuppressionRules.UNUSED, name + " suppresses nothing");
    }
  }

  private BiConsumer<RuleMetadata, String> reporter(
      Suppression suppression, List<Finding> findings) {
    return (rule, message) -> {
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
    };
  }

  private String unknownRule(String name) {
    String hint = catalog.suggestion(name).map(near -> "; did you mean '" + near + "'?").orElse("");
    return "suppression names unknown rule '" + name + "'" + hint;
  }

  private static String quoted(InlineSuppression suppression) {
    return suppression.written().stream().collect(Collectors.joining("', '", "'", "'"));
  }
}
