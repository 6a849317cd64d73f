package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.chart.CopiedFile;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import java.util.Optional;

/** Says in a {@code Chart.yaml} that the chart is for any version of Kubernetes. */
final class AnyKubernetes {

  /** The path of the file that describes a chart. */
  static final String CHART_YAML = "Chart.yaml";

  private static final String KEY = "kubeVersion";
  private static final String ANY = "\">=0.0.0-0\"";

  private AnyKubernetes() {}

  static CopiedFile supported(ChartFile file) {
    return file.text()
        .flatMap(AnyKubernetes::withAnyVersion)
        .map(text -> new CopiedFile(file.path(), text))
        .orElseGet(() -> CopiedFile.of(file));
  }

  private static Optional<String> withAnyVersion(SourceText source) {
    return entry(source).map(entry -> withAnyVersion(source.text(), entry.value()));
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

  private static String withAnyVersion(String text, YamlNode value) {
    String after = text.substring(value.end());
    boolean isBlock = value.end() > 0 && text.charAt(value.end() - 1) == '\n';
    return text.substring(0, value.start()) + ANY + (isBlock ? "\n" : "") + after;
  }
}
