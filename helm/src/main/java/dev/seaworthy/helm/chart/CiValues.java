package dev.seaworthy.helm.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values files in the {@code ci} folder of a chart, with which <a
 * href="https://github.com/helm/chart-testing">chart-testing</a> installs it. A {@code .helmignore}
 * often leaves them out of the chart.
 */
final class CiValues {

  private static final String FOLDER = "ci/";
  private static final Pattern NAME = Pattern.compile("[^/]*-values\\.ya?ml");

  private CiValues() {}

  /** Those of a chart in a folder. */
  static List<ChartFile> inFolder(Path chart, String label, Path boundary, LoadReport report)
      throws IOException {
    Path folder = chart.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Path real = folder.toRealPath();
    if (!real.startsWith(boundary) && !real.startsWith(chart)) {
      return List.of();
    }
    return new FolderFiles(real, label + "/ci", boundary, report)
        .read().stream()
            .filter(file -> NAME.matcher(file.path()).matches())
            .map(file -> new ChartFile(FOLDER + file.path(), file.label(), file.content()))
            .sorted(Comparator.comparing(ChartFile::path))
            .toList();
  }

  /** Those of a chart that was read. */
  static List<ChartFile> inChart(Chart chart) {
    return chart.files().stream()
        .filter(file -> file.path().startsWith(FOLDER))
        .filter(file -> NAME.matcher(file.path().substring(FOLDER.length())).matches())
        .toList();
  }
}
