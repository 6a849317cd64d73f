package dev.seaworthy.helm.chart;

import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.NotReadable;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A {@link Loaded} in the making, and what is left of the bounds. */
final class LoadReport {

  private final ChartLimits limits;
  private final List<InventoryEntry> entries = new ArrayList<>();
  private final SortedSet<Problem> problems = new TreeSet<>();
  private final List<MissingDependency> missing = new ArrayList<>();
  private List<ChartFile> ciValues = List.of();
  private boolean sawChart;
  private long bytes;
  private int files;

  LoadReport(ChartLimits limits) {
    this.limits = limits;
  }

  ChartLimits limits() {
    return limits;
  }

  /** Notes that there is a {@code Chart.yaml}. */
  void sawChart() {
    sawChart = true;
  }

  void ciValues(List<ChartFile> files) {
    ciValues = files;
  }

  /** Counts a file or folder, and tells whether there are too many now. */
  boolean isOneTooMany() {
    return ++files > limits.maxFiles();
  }

  /** The bytes that may still be kept. */
  long bytesLeft() {
    return limits.maxBytes() - bytes;
  }

  void kept(int size) {
    bytes += size;
  }

  void skipped(String label, String reason) {
    entries.add(InventoryEntry.skipped(label, reason));
  }

  boolean isSkipped(String label) {
    return entries.stream().anyMatch(entry -> entry.file().equals(label));
  }

  void missing(MissingDependency dependency) {
    missing.add(dependency);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  void notReadable(String label, IOException cause) {
    problems.add(NotReadable.problem(label, cause));
  }

  void notReadable(String label, String message, String hint) {
    problems.add(Problem.of(ProblemKind.NOT_READABLE, label, message, hint));
  }

  void refused(String label, String message, String hint) {
    problems.add(Problem.of(ProblemKind.HELM_RENDER, label, message, hint));
  }

  void refused(String label, Span span, String message, String hint) {
    problems.add(Problem.at(ProblemKind.HELM_RENDER, label, span, message, hint));
  }

  void tooLarge(String label, String message, String hint) {
    problems.add(Problem.of(ProblemKind.TOO_LARGE, label, message, hint));
  }

  void fileTooLarge(String label) {
    tooLarge(
        label,
        "'" + label + "' is larger than the " + size(limits.maxFileBytes()) + " that Helm reads",
        "Take it out of the chart, or name it in .helmignore.");
  }

  void chartTooLarge(String label) {
    tooLarge(
        label,
        "chart '" + label + "' is larger than the " + size(limits.maxBytes()) + " that Helm reads",
        "Name in .helmignore what its templates do not need.");
  }

  void tooManyFiles(String label) {
    tooLarge(
        label,
        "chart '" + label + "' holds more than " + limits.maxFiles() + " files and folders",
        "Name in .helmignore what its templates do not need.");
  }

  Loaded toLoaded(Optional<Chart> chart) {
    entries.sort(null);
    return new Loaded(chart, sawChart, entries, List.copyOf(problems), missing, ciValues);
  }

  private static String size(int bytes) {
    int mebibytes = bytes >> 20;
    return mebibytes > 0 ? mebibytes + " MiB" : bytes + " bytes";
  }
}
