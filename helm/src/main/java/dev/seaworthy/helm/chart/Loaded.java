package dev.seaworthy.helm.chart;

import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of a chart that was read.
 *
 * @param chart the chart, as far as it could be read; empty if there is nothing to render
 * @param isChart whether there is a {@code Chart.yaml} at all; an archive without one is some other
 *     archive
 * @param entries the files that are no part of the chart, with the reason; a folder that was passed
 *     over as a whole ends with {@code /}
 * @param problems what could not be read
 * @param missing the dependencies that are declared and not here, of all charts that were read
 * @param ciValues the values files in the {@code ci} folder, also if {@code .helmignore} leaves
 *     them out of the chart
 */
public record Loaded(
    Optional<Chart> chart,
    boolean isChart,
    List<InventoryEntry> entries,
    List<Problem> problems,
    List<MissingDependency> missing,
    List<ChartFile> ciValues) {

  public Loaded {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
    missing = List.copyOf(missing);
    ciValues = List.copyOf(ciValues);
  }

  /** The entry of a file that is no part of the chart, or of a folder around it. */
  public Optional<InventoryEntry> entryOf(String label) {
    return entries.stream()
        .filter(
            entry ->
                entry.file().equals(label)
                    || (entry.file().endsWith("/") && label.startsWith(entry.file())))
        .findFirst();
  }
}
