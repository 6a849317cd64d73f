package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.chart.CopiedFile;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlReader;
import java.util.Optional;

/** Takes out of a {@code Chart.yaml} for which versions of Kubernetes the chart is. */
final class AnyKubernetes {

  /** The path of the file that describes a chart. */
  static final String CHART_YAML = "Chart.yaml";

  private static final String KEY = "kubeVersion";

  private AnyKubernetes() {}

  static CopiedFile supported(ChartFile file) {
    return file.text()
        .flatMap(AnyKubernetes::withoutVersion)
        .map(text -> new CopiedFile(file.path(), text))
        .orElseGet(() -> CopiedFile.of(file));
  }

  private static Optional<String> withoutVersion(SourceText source) {
    return entry(source).map(entry -> without(source.text(), entry));
  }

  /** Where the versions are written. */
  static Optional<Location> place(SourceText source) {
    return entry(source)
        .map(YamlEntry::value)
        .map(value -> source.span(value.start(), value.end()))
        .map(span -> Location.exact(source.name(), span));
  }

  private static Optional<YamlEntry> entry(SourceText source) {
    return YamlReader.read(source).documents().stream()
        .findFirst()
        .map(YamlDocument::root)
        .filter(YamlMapping.class::isInstance)
        .flatMap(root -> ((YamlMapping) root).entry(KEY));
  }

  private static String without(String text, YamlEntry entry) {
    return text.substring(0, entry.key().start()) + text.substring(entry.value().end());
  }
}
