package dev.seaworthy.helm.chart;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a chart of files: its own, and those of the charts in its {@code charts} folder. */
final class ChartAssembler {

  static final String CHART_YAML = "Chart.yaml";

  private static final String CHARTS = "charts/";

  private final LoadReport report;

  ChartAssembler(LoadReport report) {
    this.report = report;
  }

  /**
   * @param files the files, with their paths in the chart
   * @param label how results refer to the chart
   * @param beside finds what the chart declares and does not have in its {@code charts} folder
   * @param depth how many charts lie around this one
   */
  Optional<Chart> assemble(
      List<ChartFile> files, String label, LocalDependencies beside, int depth) {
    List<ChartFile> own = new ArrayList<>();
    Map<String, List<ChartFile>> inner = new TreeMap<>();
    for (ChartFile file : files) {
      if (file.path().startsWith(CHARTS) && !file.path().endsWith(".prov")) {
        String rest = file.path().substring(CHARTS.length());
        inner.computeIfAbsent(rest.split("/", 2)[0], name -> new ArrayList<>()).add(file);
      } else {
        own.add(file);
      }
    }
    Optional<ChartMetadata> metadata = metadata(own, label);
    if (metadata.isEmpty()) {
      return Optional.empty();
    }
    List<Chart> dependencies = new ArrayList<>();
    inner.forEach(
        (name, found) -> dependency(name, found, beside, depth).ifPresent(dependencies::add));
    dependencies.addAll(beside.find(metadata.get(), dependencies, label, depth));
    return Optional.of(chart(label, metadata.get(), own, dependencies));
  }

  private static Chart chart(
      String label, ChartMetadata metadata, List<ChartFile> files, List<Chart> dependencies) {
    boolean library = metadata.type().equals(Optional.of("library"));
    ChartKind kind = library ? ChartKind.LIBRARY : ChartKind.APPLICATION;
    return new Chart(metadata.name(), label, kind, metadata, files, dependencies);
  }

  private Optional<ChartMetadata> metadata(List<ChartFile> files, String label) {
    Optional<ChartFile> chartYaml = find(files, CHART_YAML);
    if (chartYaml.isEmpty()) {
      report.refused(
          label, "'" + label + "' has no Chart.yaml, so it is no Helm chart", remedy(files, label));
      return Optional.empty();
    }
    report.sawChart();
    return new ChartMetadataReader(report).read(chartYaml.get(), find(files, "requirements.yaml"));
  }

  private String remedy(List<ChartFile> files, String label) {
    if (report.isSkipped(ChartLabels.in(label, CHART_YAML))) {
      return "Correct the patterns in .helmignore: they leave out the Chart.yaml that is there.";
    }
    return files.stream()
        .map(ChartFile::path)
        .filter(path -> path.equalsIgnoreCase(CHART_YAML))
        .findFirst()
        .map(path -> "Rename '" + path + "' to 'Chart.yaml'.")
        .orElse("Add a Chart.yaml with `apiVersion`, `name` and `version`.");
  }

  /**
   * What an entry of the {@code charts} folder holds.
   *
   * @param name the name of the entry
   */
  private Optional<Chart> dependency(
      String name, List<ChartFile> files, LocalDependencies beside, int depth) {
    ChartFile first = files.get(0);
    boolean isFile = first.path().equals(CHARTS + name);
    String label = isFile ? first.label() : folderLabel(first, CHARTS + name + "/");
    if (name.startsWith("_") || name.startsWith(".")) {
      report.skipped(
          label + (isFile ? "" : "/"),
          "Helm passes over it: its name starts with '" + name.charAt(0) + "'");
      return Optional.empty();
    }
    if (depth + 1 >= report.limits().maxDepth()) {
      report.tooLarge(
          label,
          "charts lie in charts more than " + report.limits().maxDepth() + " levels deep",
          "Take some of them out: what lies deeper was not read.");
      return Optional.empty();
    }
    if (isFile && name.endsWith(".tgz")) {
      return packaged(new ByteArrayInputStream(first.content()), first.label(), depth + 1);
    }
    if (isFile || name.endsWith(".tgz")) {
      report.refused(
          label,
          "'" + label + "' is no chart, and lies where Helm expects one",
          "Move it out of 'charts', or name it in .helmignore: Helm refuses the chart as it is.");
      return Optional.empty();
    }
    String prefix = CHARTS + name + "/";
    List<ChartFile> inner = files.stream().map(file -> inside(file, prefix)).toList();
    return assemble(inner, label, beside.inside(CHARTS + name), depth + 1);
  }

  /** Reads a packaged chart. */
  Optional<Chart> packaged(InputStream archive, String label, int depth) {
    Optional<List<ChartFile>> files = new ArchiveFiles(label, report).read(archive);
    if (depth == 0) {
      files.ifPresent(this::reportHidden);
    }
    return files.flatMap(
        found -> assemble(found, label, LocalDependencies.ofArchive(report), depth));
  }

  /** Helm renders them from an archive and leaves them out of a folder: here it reads a folder. */
  private void reportHidden(List<ChartFile> files) {
    for (ChartFile file : files) {
      if (file.path().matches("templates/\\.[^/]+")) {
        report.refused(
            file.label(),
            "hidden template '" + file.label() + "' cannot be rendered",
            "Rename it so that its name does not start with a dot: Helm leaves such a file out"
                + " unless the chart is packaged.");
      }
    }
  }

  private static ChartFile inside(ChartFile file, String prefix) {
    return new ChartFile(file.path().substring(prefix.length()), file.label(), file.content());
  }

  /** The label of the folder with a path, by the label of a file in it. */
  private static String folderLabel(ChartFile file, String folder) {
    int rest = file.path().length() - folder.length();
    return file.label().substring(0, file.label().length() - rest - 1);
  }

  private static Optional<ChartFile> find(List<ChartFile> files, String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }
}
