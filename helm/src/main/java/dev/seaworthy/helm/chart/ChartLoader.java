package dev.seaworthy.helm.chart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads Helm charts into memory, as Helm would, but within bounds and a boundary. What Helm would
 * refuse is a problem, and the rest of the chart is read all the same. Immutable and safe for use
 * by several threads.
 */
public final class ChartLoader {

  private final ChartLimits limits;

  public ChartLoader(ChartLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a chart and its dependencies. Never throws: what cannot be read is in the result.
   *
   * @param folderOrArchive a folder with a {@code Chart.yaml}, or a packaged chart
   * @param label how results refer to it: a relative path with {@code /}
   * @param boundary the folder that neither symbolic links nor {@code file://} dependencies may
   *     lead out of; the folder of the chart itself is always allowed
   */
  public Loaded load(Path folderOrArchive, String label, Path boundary) {
    LoadReport report = new LoadReport(limits);
    try {
      Path real = folderOrArchive.toRealPath();
      Path limit = boundary.toRealPath();
      return report.toLoaded(
          Files.isDirectory(real)
              ? folder(real, label, limit, report)
              : archive(real, label, report));
    } catch (IOException e) {
      report.notReadable(label, e);
      return report.toLoaded(Optional.empty());
    }
  }

  private static Optional<Chart> archive(Path real, String label, LoadReport report)
      throws IOException {
    if (!Files.isRegularFile(real)) {
      throw new IOException("not a regular file");
    }
    try (InputStream stream = Files.newInputStream(real)) {
      Optional<Chart> chart = new ChartAssembler(report).packaged(stream, label, 0);
      chart.map(CiValues::inChart).ifPresent(report::ciValues);
      return chart;
    }
  }

  private static Optional<Chart> folder(Path real, String label, Path boundary, LoadReport report)
      throws IOException {
    List<ChartFile> files = new FolderFiles(real, label, boundary, report).read();
    LocalDependencies beside = LocalDependencies.ofFolder(real, boundary, report);
    report.ciValues(CiValues.inFolder(real, label, boundary, report));
    return new ChartAssembler(report).assemble(files, label, beside, 0);
  }
}
