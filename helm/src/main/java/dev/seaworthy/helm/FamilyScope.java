package dev.seaworthy.helm;

import dev.seaworthy.source.HelmChart;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a chart and the charts in it is to be judged: what lies below the named paths. */
final class FamilyScope {

  private final HelmChart outermost;
  private final List<HelmChart> members;
  private final Set<String> folders;
  private final Set<String> listed;

  /**
   * @param members the chart, and those that were found in its {@code charts} folder
   * @param folders the names of all charts in folders that were found
   */
  FamilyScope(HelmChart outermost, List<HelmChart> members, Set<String> folders) {
    this.outermost = outermost;
    this.members = List.copyOf(members);
    this.folders = Set.copyOf(folders);
    this.listed =
        members.stream()
            .flatMap(chart -> chart.templates().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The templates that were found. */
  Collection<String> templates() {
    return listed;
  }

  /** The packaged charts among the dependencies that were found, and the chart itself if it is. */
  List<String> packages() {
    List<String> packages =
        members.stream()
            .flatMap(chart -> chart.packagedCharts().stream())
            .collect(Collectors.toList());
    if (outermost.form() != HelmChart.Form.FOLDER) {
      packages.add(outermost.name());
    }
    return packages;
  }

  /** Whether a file of a chart is to be judged; other templates are rendered all the same. */
  boolean isWanted(String label) {
    if (listed.contains(label)) {
      return true;
    }
    if (members.stream().anyMatch(chart -> isTemplateOf(chart.name(), label))) {
      return false;
    }
    return isBelowAny(packages(), label) || (outermost.whole() && !isExcluded(label));
  }

  private boolean isExcluded(String label) {
    return members.stream().anyMatch(chart -> isBelowAny(chart.excluded(), label));
  }

  private static boolean isBelowAny(Collection<String> names, String label) {
    return names.stream().anyMatch(name -> label.equals(name) || label.startsWith(prefix(name)));
  }

  /** A chart that others lead to by {@code file://} may be one that was found by itself. */
  boolean isOfAnotherFamily(String label) {
    return !listed.contains(label)
        && folders.stream().anyMatch(chart -> isTemplateOf(chart, label));
  }

  /** Whether the folder of a chart was found, so that its files are accounted for. */
  boolean isFound(String chart) {
    return folders.contains(chart);
  }

  private static boolean isTemplateOf(String chart, String label) {
    return label.startsWith(prefix(chart) + "templates/");
  }

  /** What the names of the files in a folder start with. */
  static String prefix(String folder) {
    return folder.equals(".") ? "" : folder.endsWith("/") ? folder : folder + "/";
  }
}
