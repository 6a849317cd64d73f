package dev.seaworthy.source;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Helm charts that a discovery comes across. */
final class Charts {

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
    folder.chart().ifPresent(outer -> outer.leaves(folder.path()));
    String name = folder.name().isEmpty() ? "." : withoutSlash(folder.name());
    ChartContents chart = chart(name, folder.real(), folder.path());
    chart.walked();
    return Optional.of(chart);
  }

  /** Hands the charts over, once all their files are known. */
  void settle(ChartExpander expander, Account account) {
    for (ChartContents chart : byPath.values()) {
      if (chart.isConcerned()) {
        account.addAll(expander.expand(chart.toChart()));
      }
    }
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
