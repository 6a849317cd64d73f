package dev.seaworthy.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with a {@code Chart.yaml}, of which at least something lies below the named paths.
 *
 * <p>What is excluded or ignored is not listed. The chart's metadata, values and custom resource
 * definitions are accounted for by the discovery and not listed either. A chart in the {@code
 * charts} folder of another is a chart of its own.
 *
 * @param name how results refer to the chart's folder: a relative path with {@code /}, or {@code .}
 * @param folder the absolute path of the chart's folder
 * @param templates the names of the templates that are to become manifests, sorted; partials and
 *     notes are not among them
 * @param packagedCharts the names of the {@code .tgz} files among the chart's dependencies, sorted
 * @param umbrella whether there is nothing in the folder that the chart could install, so that all
 *     of it comes from dependencies that are not here
 */
public record HelmChart(
    String name,
    Path folder,
    List<String> templates,
    List<String> packagedCharts,
    boolean umbrella) {

  public HelmChart {
    templates = List.copyOf(templates);
    packagedCharts = List.copyOf(packagedCharts);
  }

  /**
   * The account of a chart that nobody renders: each template and packaged chart has failed, and
   * one problem says so. Without them there is nothing to say, except of an umbrella chart.
   */
  public Discovery notRendered() {
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
    String folderArgument = "'" + name.replace("'", "'\\''") + "'";
    String render = "`helm template " + folderArgument + " | seaworthy check -`.";
    return Problem.of(
        ProblemKind.HELM_RENDER,
        NamedRoot.prefix(name) + ChartFile.CHART_YAML,
        "chart '" + name + "' was not rendered" + consequence(),
        umbrella
            ? "Fetch its dependencies with `helm dependency build "
                + folderArgument
                + "` and analyse what it renders: "
                + render
            : "Render it first, for example with " + render);
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
