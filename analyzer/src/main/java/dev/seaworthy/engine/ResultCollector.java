package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers the parts of a result and sorts them. */
final class ResultCollector {

  private final Suppressor suppressor;
  private final List<RuleMetadata> rules;
  private final List<Finding> findings = new ArrayList<>();
  private final List<SuppressedFinding> suppressed = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<InventoryEntry> inventory = new ArrayList<>();
  private final Map<String, InventoryEntry> rendered = new HashMap<>();
  private final List<Suppressor.Verdict> renderings = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final List<WorkloadReach> reach = new ArrayList<>();
  private final Set<WorkloadReach> reachOfCharts = new HashSet<>();

  ResultCollector(Suppressor suppressor, List<RuleMetadata> rules) {
    this.suppressor = suppressor;
    this.rules = rules;
  }

  void add(InventoryEntry entry) {
    inventory.add(entry);
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  void add(FileResult file) {
    inventory.add(file.outcome().entry());
    problems.addAll(file.outcome().problems());
    findings.addAll(file.verdict().findings());
    suppressed.addAll(file.verdict().suppressed());
    reach.addAll(file.outcome().reach());
  }

  /** Takes what a chart renders to. Several charts may share files, and what is wrong in them. */
  void add(RenderingResult rendering) {
    rendering
        .inventory()
        .forEach(entry -> rendered.merge(entry.file(), entry, ResultCollector::fuller));
    problems.addAll(rendering.problems());
    renderings.add(rendering.verdict());
    rendering.reach().stream()
        .filter(workload -> reachOfCharts.add(workload.in(Scenarios.NONE)))
        .forEach(reach::add);
  }

  /** What is found in several charts at one place is one finding. */
  private void judgeRenderings() {
    Map<Location, Integer> users = new HashMap<>();
    renderings.forEach(verdict -> used(verdict).forEach(at -> users.merge(at, 1, Integer::sum)));
    for (Suppressor.Verdict verdict : renderings) {
      Set<Location> own = used(verdict);
      verdict.findings().stream()
          .filter(finding -> !isUsedElsewhere(finding, own, users) && isNew(finding))
          .forEach(findings::add);
      verdict.suppressed().stream()
          .filter(suppression -> isNew(suppression.finding()))
          .forEach(suppressed::add);
    }
  }

  private static Set<Location> used(Suppressor.Verdict verdict) {
    return verdict.suppressed().stream()
        .map(accepted -> accepted.suppression().location())
        .collect(Collectors.toSet());
  }

  /** A comment in a file that charts share is of use if it is so in any of them. */
  private static boolean isUsedElsewhere(
      Finding finding, Set<Location> own, Map<Location, Integer> users) {
    int others =
        users.getOrDefault(finding.location(), 0) - (own.contains(finding.location()) ? 1 : 0);
    return others > 0 && finding.ruleId().equals(SuppressionRules.UNUSED.id());
  }

  private boolean isNew(Finding finding) {
    return seen.add(finding.fingerprint() + " " + finding.location());
  }

  /** A failure anywhere counts, and then what was analysed anywhere. */
  private static InventoryEntry fuller(InventoryEntry one, InventoryEntry other) {
    for (FileState state : List.of(FileState.FAILED, FileState.ANALYSED)) {
      if (one.state() == state || other.state() == state) {
        boolean both = one.state() == other.state();
        boolean first = both ? one.objects() >= other.objects() : one.state() == state;
        return first ? one : other;
      }
    }
    return one;
  }

  AnalysisResult result() {
    judgeRenderings();
    inventory.removeIf(
        entry -> entry.state() == FileState.SKIPPED && rendered.containsKey(entry.file()));
    inventory.addAll(rendered.values());
    Suppressor.Verdict configured =
        suppressor.judgeConfigured(new AnalysedFiles(inventory, problems));
    findings.addAll(configured.findings());
    problems.addAll(configured.problems());
    findings.sort(null);
    suppressed.sort(null);
    problems.sort(null);
    inventory.sort(null);
    reach.sort(null);
    return new AnalysisResult(findings, suppressed, problems, inventory, rules, reach);
  }
}
