package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.SuppressedFinding;
import dev.seaworthy.engine.Suppression;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import java.util.List;
import java.util.Locale;

/** The end of a {@link TextReport}: what is not shown, and the counts. */
final class TextSummary {

  private final AnalysisResult result;
  private final StyledText out;

  TextSummary(AnalysisResult result, boolean colour) {
    this.result = result;
    this.out = new StyledText(colour);
  }

  /** What was suppressed, skipped or failed, and why. */
  TextSummary details() {
    if (!result.suppressed().isEmpty()) {
      out.add(Style.STRONG, "suppressed:").newLine();
      result.suppressed().forEach(this::suppressed);
      out.newLine();
    }
    entries(FileState.ANALYSED);
    entries(FileState.SKIPPED);
    entries(FileState.FAILED);
    return this;
  }

  private void suppressed(SuppressedFinding one) {
    Suppression suppression = one.suppression();
    String kind = suppression.kind().name().toLowerCase(Locale.ROOT);
    String reason = suppression.reason().isEmpty() ? "no reason given" : suppression.reason();
    out.add("  " + one.finding()).newLine();
    out.add("    by " + kind + " at " + suppression.location() + ": " + reason).newLine();
  }

  private void entries(FileState state) {
    List<InventoryEntry> entries =
        result.inventory().stream()
            .filter(entry -> entry.state() == state && !entry.reason().isEmpty())
            .toList();
    if (!entries.isEmpty()) {
      out.add(Style.STRONG, heading(state)).newLine();
      entries.forEach(entry -> out.add("  " + entry.file() + ": " + entry.reason()).newLine());
      out.newLine();
    }
  }

  private static String heading(FileState state) {
    return state == FileState.ANALYSED ? "analysed in part:" : state.id() + ":";
  }

  /** One line that counts everything, what is hidden too. */
  TextSummary counts() {
    findings();
    if (!result.suppressed().isEmpty()) {
      out.add(" (" + result.suppressed().size() + " suppressed)");
    }
    problemsAndFiles();
    return this;
  }

  /** One line that counts workloads by how far they lead, and all that was looked at. */
  TextSummary reachCounts() {
    out.add(count(result.reach().size(), "workload"));
    String separator = ": ";
    for (Verdict verdict : Verdicts.FURTHEST_FIRST) {
      long count = result.count(verdict);
      if (count > 0) {
        out.add(separator).add(Style.of(verdict), verdict.label() + " " + count);
        separator = ", ";
      }
    }
    result.furthest().ifPresent(furthest -> out.add("; as a whole: " + furthest.label()));
    problemsAndFiles();
    return this;
  }

  private void problemsAndFiles() {
    if (!result.problems().isEmpty()) {
      out.add("; ").add(Style.PROBLEM, count(result.problems().size(), "problem"));
    }
    files();
    out.newLine();
  }

  private void findings() {
    if (result.findings().isEmpty()) {
      out.add("no findings");
      return;
    }
    out.add(count(result.findings().size(), "finding"));
    String separator = ": ";
    for (Severity severity : Severities.WORST_FIRST) {
      long count = result.count(severity);
      if (count > 0) {
        out.add(separator).add(Style.of(severity), count + " " + severity);
        separator = ", ";
      }
    }
  }

  private void files() {
    out.add("; ").add(count(result.inventory().size(), "file"));
    String separator = ": ";
    for (FileState state : FileState.values()) {
      long count = result.count(state);
      if (count > 0) {
        out.add(separator + count + " " + state + objects(state));
        separator = ", ";
      }
    }
  }

  private String objects(FileState state) {
    int objects =
        result.inventory().stream()
            .filter(entry -> entry.state() == state)
            .mapToInt(InventoryEntry::objects)
            .sum();
    return objects == 0 ? "" : " (" + count(objects, "object") + ")";
  }

  private static String count(int count, String noun) {
    return (count == 0 ? "no" : count) + " " + noun + (count == 1 ? "" : "s");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
