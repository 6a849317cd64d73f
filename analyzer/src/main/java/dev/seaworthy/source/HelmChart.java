package dev.seaworthy.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Helm chart of which at least something lies below the named paths: a folder with a {@code
 * Chart.yaml}, or a file that may be a packaged chart by its name.
 *
 * <p>What is excluded or ignored is not listed. The chart's metadata, values and custom resource
 * definitions are accounted for by the discovery and not listed either. A chart in the {@code
 * charts} folder of another is a chart of its own, with a parent.
 *
 * @param name how results refer to the chart's folder or file: a relative path with {@code /}, or
 *     {@code .}
 * @param form whether it is a folder or a packaged chart, of which nothing is known yet
 * @param location the absolute path of the folder or file
 * @param templates the names of the templates that are to become manifests, sorted: all files under
 *     {@code templates}, whatever their extension, but partials and notes
 * @param packagedCharts the names of the {@code .tgz} files among the chart's dependencies, sorted
 * @param whole whether all of the chart lies below a named path, and not just what is listed
 * @param excluded the names of what the user excluded below the folder, sorted; those of folders
 *     end with {@code /}
 * @param umbrella whether there is nothing in the folder that the chart could install, so that all
 *     of it comes from dependencies that are not here
 * @param parent the name of the chart in whose {@code charts} folder this one lies, if that chart
 *     is handed over too
 */
public record HelmChart(
    String name,
    Form form,
    Path location,
    List<String> templates,
    List<String> packagedCharts,
    boolean whole,
    List<String> excluded,
    boolean umbrella,
    Optional<String> parent) {

  public HelmChart {
    templates = List.copyOf(templates);
    packagedCharts = List.copyOf(packagedCharts);
    excluded = List.copyOf(excluded);
  }

  /** How a chart lies in the file system. */
  public enum Form {
    /** A folder with a {@code Chart.yaml}. */
    FOLDER,
    /** A {@code .tgz} file that was found in a folder, and that may be something else. */
    FOUND_PACKAGE,
    /** A {@code .tgz} file that the user named. */
    NAMED_PACKAGE
  }

  static HelmChart ofPackage(String name, Path file, Form form) {
    return new HelmChart(
        name, form, file, List.of(), List.of(), true, List.of(), false, Optional.empty());
  }

  /**
   * The account of a chart that nobody renders: each template and packaged chart has failed, and
   * one problem says so. Without them there is nothing to say, except of an umbrella chart. A
   * packaged chart has failed if it was named, and is passed over like any other file if it was
   * found.
   */
  public Discovery notRendered() {
    return switch (form) {
      case FOLDER -> folderNotRendered();
      case FOUND_PACKAGE ->
          accounted(InventoryEntry.skipped(name, ManifestNames.NO_MANIFEST), List.of());
      case NAMED_PACKAGE ->
          accounted(
              InventoryEntry.failed(name, "packaged Helm chart, which was not rendered", 0),
              List.of(
                  problem(
                      name,
                      "packaged chart '" + name + "' was not rendered",
                      "Render it first, for example with " + render())));
    };
  }

  private static Discovery accounted(InventoryEntry entry, List<Problem> problems) {
    return new Discovery(List.of(), List.of(entry), problems);
  }

  private Discovery folderNotRendered() {
    List<InventoryEntry> entries = new ArrayList<>();
    String end = " of Helm chart '" + name + "', which was not rendered";
    for (String template : templates) {
      entries.add(InventoryEntry.failed(template, "template" + end, 0));
    }
    for (String packaged : packagedCharts) {
      entries.add(InventoryEntry.failed(packaged, "packaged dependency" + end, 0));
    }
    boolean complete = entries.isEmpty() && !umbrella;
    return new Discovery(List.of(), entries, complete ? List.of() : List.of(problem()));
  }

  private Problem problem() {
    return problem(
        NamedRoot.prefix(name) + ChartFile.CHART_YAML,
        "chart '" + name + "' was not rendered" + consequence(),
        umbrella
            ? "Fetch its dependencies with `helm dependency build "
                + argument()
                + "` and analyse what it renders: "
                + render()
            : "Render it first, for example with " + render());
  }

  private static Problem problem(String file, String message, String hint) {
    return Problem.of(ProblemKind.HELM_RENDER, file, message, hint);
  }

  private String render() {
    return "`helm template " + argument() + " | seaworthy check -`.";
  }

  private String argument() {
    return "'" + name.replace("'", "'\\''") + "'";
  }

  private String consequence() {
    if (umbrella) {
      return ", and all that it installs comes from dependencies that are not in its folder";
    }
    List<String> parts = new ArrayList<>();
    if (!templates.isEmpty()) {
      parts.add(count(templates.size(), "template"));
    }
    if (!packagedCharts.isEmpty()) {
      parts.add(count(packagedCharts.size(), "packaged dependency"));
    }
    boolean one = templates.size() + packagedCharts.size() == 1;
    return ", so " + String.join(" and ", parts) + (one ? " was" : " were") + " not analysed";
  }

  private static String count(int number, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return number + " " + (number == 1 ? noun : plural);
  }
}
