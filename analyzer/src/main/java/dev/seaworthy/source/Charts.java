package dev.seaworthy.source;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Helm charts that a discovery comes across. */
final class Charts {

  private static final String CHARTS = "charts/";

  private final Map<String, HelmChart> packages = new TreeMap<>();
  private final Map<String, ChartContents> byPath = new TreeMap<>();
  private final Map<Path, Optional<ChartContents>> around = new HashMap<>();

  /** The innermost chart around a named path, which may lie above all named paths. */
  Optional<ChartContents> around(NamedRoot root) {
    Path start = root.shown().getParent();
    Optional<ChartContents> known = around.get(start);
    if (known != null) {
      return known;
    }
    Path folder = start;
    while (folder != null && !isChart(folder)) {
      folder = folder.getParent();
    }
    Optional<ChartContents> chart =
        Optional.ofNullable(folder)
            .map(f -> chart(root.nameOf(f), f, NamedRoot.prefix(NamedRoot.slashed(f))));
    around.put(start, chart);
    return chart;
  }

  /** The innermost chart that a folder belongs to, which may be a chart itself. */
  Optional<ChartContents> in(WalkedFolder folder) {
    if (!isChart(folder.real())) {
      return folder.chart();
    }
    folder.chart().ifPresent(outer -> outer.holdsChart(folder.path()));
    String name = folder.name().isEmpty() ? "." : withoutSlash(folder.name());
    ChartContents chart = chart(name, folder.real(), folder.path());
    chart.walked();
    return Optional.of(chart);
  }

  /**
   * Notes a packaged chart that is no dependency of another one.
   *
   * @param name how results refer to it
   * @param file where it lies, free of symbolic links
   */
  void packaged(String name, Path file, HelmChart.Form form) {
    packages.put(name, HelmChart.ofPackage(name, file, form));
  }

  /** Hands the charts over, once all their files are known. */
  void settle(ChartExpander expander, Account account) {
    List<HelmChart> charts = new ArrayList<>();
    byPath.forEach(
        (path, chart) -> {
          if (chart.isConcerned()) {
            charts.add(chart.toChart(parentOf(path)));
          }
        });
    charts.addAll(packages.values());
    if (!charts.isEmpty()) {
      account.addAll(expander.expand(charts));
    }
  }

  /** The name of the concerned chart in whose {@code charts} folder a chart lies directly. */
  private Optional<String> parentOf(String path) {
    int name = path.lastIndexOf('/', path.length() - 2) + 1;
    return path.substring(0, name).endsWith("/" + CHARTS)
        ? Optional.ofNullable(byPath.get(path.substring(0, name - CHARTS.length())))
            .filter(ChartContents::isConcerned)
            .map(ChartContents::name)
        : Optional.empty();
  }

  private ChartContents chart(String name, Path folder, String path) {
    return byPath.computeIfAbsent(path, key -> new ChartContents(name, folder, path));
  }

  private static boolean isChart(Path folder) {
    Path file = folder.resolve(ChartFile.CHART_YAML);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(file);
  }

  private static String withoutSlash(String name) {
    return name.length() > 1 ? name.substring(0, name.length() - 1) : name;
  }
}
