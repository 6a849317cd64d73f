package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds findings against suppressions, and suppressions against findings.
 *
 * <p>One instance serves one analysis: it remembers which configured suppressions were of use.
 */
final class Suppressor {

  private final IgnorePolicy policy;
  private final SuppressionJudge judge;
  private final Map<String, List<ConfiguredIgnore>> configured = new HashMap<>();
  private final Set<ConfiguredIgnore> used = ConcurrentHashMap.newKeySet();

  Suppressor(IgnorePolicy policy, RuleCatalog catalog, Map<String, RuleMetadata> selected) {
    this.policy = policy;
    this.judge = new SuppressionJudge(catalog, selected);
    for (ConfiguredIgnore ignore : policy.configured()) {
      for (RuleMetadata rule : catalog.matching(ignore.rule())) {
        configured.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(ignore);
      }
    }
  }

  /** The findings of one file, those that are shown and those that are not. */
  record Verdict(List<Finding> findings, List<SuppressedFinding> suppressed) {}

  /**
   * Judges the findings of one file.
   *
   * @param complete whether nothing in the file was left out, so that a suppression without a
   *     finding is of no use
   */
  Verdict apply(List<Hit> hits, List<InlineSuppression> inline, boolean complete) {
    List<Finding> findings = new ArrayList<>();
    if (!policy.honoured()) {
      hits.forEach(hit -> findings.add(hit.finding()));
      return new Verdict(findings, List.of());
    }
    List<SuppressedFinding> suppressed = new ArrayList<>();
    InlineIndex index = new InlineIndex(inline);
    for (Hit hit : hits) {
      Optional<Suppression> inFile = index.match(hit);
      Optional<Suppression> inConfiguration = match(hit.finding());
      inFile
          .or(() -> inConfiguration)
          .ifPresentOrElse(
              match -> suppressed.add(new SuppressedFinding(hit.finding(), match)),
              () -> findings.add(hit.finding()));
    }
    Set<Finding> verdicts = new LinkedHashSet<>();
    for (InlineSuppression suppression : inline) {
      verdicts.addAll(
          judge.judge(suppression, name -> !complete || index.isUsed(suppression, name)));
    }
    findings.addAll(verdicts);
    return new Verdict(findings, suppressed);
  }

  /** What is to be said of the configured suppressions once all files are done. */
  List<Finding> judgeConfigured(AnalysedFiles files) {
    List<Finding> findings = new ArrayList<>();
    if (policy.honoured()) {
      for (ConfiguredIgnore ignore : policy.configured()) {
        boolean expired = ignore.isExpired(policy.today());
        findings.addAll(judge.judge(ignore, expired, used.contains(ignore), files));
      }
    }
    return findings;
  }

  /** The first configured suppression that covers a finding; all that do have been of use. */
  private Optional<Suppression> match(Finding finding) {
    Optional<Suppression> match = Optional.empty();
    for (ConfiguredIgnore ignore : configured.getOrDefault(finding.ruleId(), List.of())) {
      if (!ignore.isExpired(policy.today()) && ignore.covers(finding)) {
        used.add(ignore);
        match = match.or(() -> Optional.of(ignore.suppression()));
      }
    }
    return match;
  }
}
