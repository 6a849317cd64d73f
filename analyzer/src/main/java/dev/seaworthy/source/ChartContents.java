package dev.seaworthy.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a walk comes across in one Helm chart. */
final class ChartContents {

  private static final Set<ChartFile> CONTENT =
      EnumSet.of(
          ChartFile.TEMPLATE, ChartFile.PARTIAL, ChartFile.DEFINITION, ChartFile.PACKAGED_CHART);

  private final String name;
  private final Path folder;
  private final String path;
  private final List<String> templates = new ArrayList<>();
  private final List<String> packagedCharts = new ArrayList<>();
  private final List<String> excluded = new ArrayList<>();
  private boolean walked;
  private boolean holdsContent;

  /**
   * @param name how results refer to the chart's folder
   * @param folder the chart's folder
   * @param path the absolute path of the folder, with a slash at its end
   */
  ChartContents(String name, Path folder, String path) {
    this.name = name;
    this.folder = folder;
    this.path = path;
  }

  /** Notes that the whole chart lies below a named path. */
  void walked() {
    walked = true;
  }

  /**
   * Notes a chart of its own in the chart's folder.
   *
   * @param inner the absolute path
   */
  void holdsChart(String inner) {
    holdsContent |= ChartFile.isContent(inner.substring(path.length()));
  }

  /**
   * Notes something in the chart's folder that the user excluded.
   *
   * @param inner the absolute path
   * @param label how results refer to it
   */
  void leavesOut(String inner, String label) {
    holdsContent |= ChartFile.isContent(inner.substring(path.length()));
    excluded.add(label);
  }

  /**
   * Takes a file, if the chart gives it a meaning of its own.
   *
   * @param file the absolute path of the file
   * @param label how results refer to the file
   * @return whether the file is accounted for now, or will be with the chart
   */
  boolean takes(String file, String label, Account account) {
    ChartFile use = ChartFile.at(file.substring(path.length()));
    holdsContent |= CONTENT.contains(use);
    switch (use) {
      case TEMPLATE -> templates.add(label);
      case PACKAGED_CHART -> packagedCharts.add(label);
      case PARTIAL, NOTES -> account.skipped(label, "part of Helm chart '" + name + "'");
      case METADATA -> account.skipped(label, "Helm chart metadata");
      case VALUES -> account.skipped(label, "values of Helm chart '" + name + "'");
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Whether the chart, or some of what it installs, lies below a named path. */
  boolean isConcerned() {
    return walked || !templates.isEmpty() || !packagedCharts.isEmpty();
  }

  String name() {
    return name;
  }

  /**
   * @param parent the name of the chart that this one is a dependency of
   */
  HelmChart toChart(Optional<String> parent) {
    templates.sort(null);
    packagedCharts.sort(null);
    excluded.sort(null);
    boolean umbrella = walked && !holdsContent;
    return new HelmChart(
        name,
        HelmChart.Form.FOLDER,
        folder,
        templates,
        packagedCharts,
        walked,
        excluded,
        umbrella,
        parent);
  }
}
