package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds findings against suppressions, and suppressions against findings.
 *
 * <p>One instance serves one analysis: it remembers which configured suppressions were of use.
 */
final class Suppressor {

  private final IgnorePolicy policy;
  private final int maxFindingsPerRule;
  private final SuppressionJudge judge;
  private final ConfiguredIndex configured;

  /**
   * @param selected the rules that run, by id
   * @param maxFindingsPerRule what is said of suppressions in one file, at most
   */
  Suppressor(
      IgnorePolicy policy,
      RuleCatalog catalog,
      Map<String, RuleMetadata> selected,
      int maxFindingsPerRule) {
    this.policy = policy;
    this.maxFindingsPerRule = maxFindingsPerRule;
    this.judge = new SuppressionJudge(catalog, catalog::didYouMean, selected);
    this.configured = new ConfiguredIndex(policy, catalog);
  }

  /**
   * The findings of one file.
   *
   * @param findings those that are shown
   * @param suppressed those that are not
   * @param problems why some are left out
   */
  record Verdict(
      List<Finding> findings, List<SuppressedFinding> suppressed, List<Problem> problems) {

    static final Verdict NONE = new Verdict(List.of(), List.of(), List.of());
  }

  /**
   * Judges the findings of one file, or of files that belong together.
   *
   * @param file its name
   * @param lookedAt whether nothing that a suppression may be meant for was left out, so that it is
   *     of no use if it covers no finding
   */
  Verdict apply(
      String file,
      List<Hit> hits,
      List<InlineSuppression> inline,
      Predicate<InlineSuppression> lookedAt) {
    List<Finding> findings = new ArrayList<>();
    if (!policy.honoured()) {
      hits.forEach(hit -> findings.add(hit.finding()));
      return new Verdict(findings, List.of(), List.of());
    }
    List<SuppressedFinding> suppressed = new ArrayList<>();
    InlineIndex index = new InlineIndex(inline);
    Map<String, ConfiguredIndex.ForFile> ignores = new HashMap<>();
    for (Hit hit : hits) {
      Optional<Suppression> written = index.match(hit);
      Optional<Suppression> inConfiguration =
          hit.files().stream()
              .map(name -> ignores.computeIfAbsent(name, configured::in).match(hit.finding()))
              .flatMap(Optional::stream)
              .findFirst();
      written
          .or(() -> inConfiguration)
          .ifPresentOrElse(
              match -> suppressed.add(new SuppressedFinding(hit.finding(), match)),
              () -> findings.add(hit.finding()));
    }
    FindingSink<Finding> verdicts = new FindingSink<>(maxFindingsPerRule);
    // the same text may count for several objects, by an alias
    Set<Location> judged = new HashSet<>();
    for (InlineSuppression suppression : inline) {
      if (judged.add(suppression.suppression().location())) {
        judge.judge(
            suppression,
            name -> !lookedAt.test(suppression) || index.isUsed(suppression, name),
            verdicts);
      }
    }
    findings.addAll(verdicts.findings());
    return new Verdict(findings, suppressed, verdicts.problems(file));
  }

  /** What is to be said of the configured suppressions once all files are done. */
  Verdict judgeConfigured(AnalysedFiles files) {
    if (!policy.honoured() || policy.configured().isEmpty()) {
      return Verdict.NONE;
    }
    FindingSink<Finding> verdicts = new FindingSink<>(maxFindingsPerRule);
    for (ConfiguredIgnore ignore : policy.configured()) {
      boolean expired = ignore.isExpired(policy.today());
      judge.judge(ignore, expired, configured.isUsed(ignore), files, verdicts);
    }
    String file = policy.configured().get(0).location().file();
    return new Verdict(verdicts.findings(), List.of(), verdicts.problems(file));
  }
}
