package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers the parts of a result and sorts them. */
final class ResultCollector {

  private final Suppressor suppressor;
  private final List<RuleMetadata> rules;
  private final List<Finding> findings = new ArrayList<>();
  private final List<SuppressedFinding> suppressed = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<InventoryEntry> inventory = new ArrayList<>();

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
  }

  void add(RenderingResult rendering) {
    inventory.addAll(rendering.inventory());
    problems.addAll(rendering.problems());
    findings.addAll(rendering.verdict().findings());
    suppressed.addAll(rendering.verdict().suppressed());
  }

  AnalysisResult result() {
    Suppressor.Verdict configured =
        suppressor.judgeConfigured(new AnalysedFiles(inventory, problems));
    findings.addAll(configured.findings());
    problems.addAll(configured.problems());
    findings.sort(null);
    suppressed.sort(null);
    problems.sort(null);
    inventory.sort(null);
    return new AnalysisResult(findings, suppressed, problems, inventory, rules);
  }
}
