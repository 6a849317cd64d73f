package dev.seaworthy.engine;

import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that an analysis found out. The same input gives an equal result, whatever the number of
 * threads.
 *
 * @param findings what is wrong, sorted by file, place and rule
 * @param suppressed findings that somebody decided to accept, sorted likewise
 * @param problems what could not be looked at, sorted by file and place
 * @param inventory the account of every input, sorted by file
 * @param rules the rules that ran, severities as configured, sorted by id
 * @param reach how far each workload leads, the furthest first; empty if no {@link
 *     dev.seaworthy.rule.ReachRule} was to run
 */
public record AnalysisResult(
    List<Finding> findings,
    List<SuppressedFinding> suppressed,
    List<Problem> problems,
    List<InventoryEntry> inventory,
    List<RuleMetadata> rules,
    List<WorkloadReach> reach) {

  public AnalysisResult {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    problems = List.copyOf(problems);
    inventory = List.copyOf(inventory);
    rules = List.copyOf(rules);
    reach = List.copyOf(reach);
  }

  /** A result that says nothing of reach. */
  public AnalysisResult(
      List<Finding> findings,
      List<SuppressedFinding> suppressed,
      List<Problem> problems,
      List<InventoryEntry> inventory,
      List<RuleMetadata> rules) {
    this(findings, suppressed, problems, inventory, rules, List.of());
  }

  /** The number of findings of a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** The number of inputs in a state. */
  public long count(FileState state) {
    return inventory.stream().filter(entry -> entry.state() == state).count();
  }

  /** The number of Kubernetes objects that were judged. */
  public int objects() {
    return inventory.stream().mapToInt(InventoryEntry::objects).sum();
  }

  /** The number of workloads that lead as far as a verdict says. */
  public long count(Verdict verdict) {
    return reach.stream().filter(workload -> workload.verdict() == verdict).count();
  }

  /** The worst severity found. */
  public Optional<Severity> worst() {
    return findings.stream().map(Finding::severity).max(Severity::compareTo);
  }

  /** How far the workload leads that leads furthest; empty if that was not looked at. */
  public Optional<Verdict> furthest() {
    return reach.stream().map(WorkloadReach::verdict).max(Verdict::compareTo);
  }

  /** This result with one more problem. */
  public AnalysisResult with(Problem problem) {
    List<Problem> more = new ArrayList<>(problems);
    more.add(problem);
    more.sort(null);
    return new AnalysisResult(findings, suppressed, more, inventory, rules, reach);
  }

  /** This result with other workloads, such as a choice of them: the furthest first. */
  public AnalysisResult withReach(List<WorkloadReach> workloads) {
    return new AnalysisResult(findings, suppressed, problems, inventory, rules, workloads);
  }
}
