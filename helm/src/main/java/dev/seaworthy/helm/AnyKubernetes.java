package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.chart.CopiedFile;
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
    return YamlReader.read(source).documents().stream()
        .findFirst()
        .map(YamlDocument::root)
        .filter(YamlMapping.class::isInstance)
        .flatMap(root -> ((YamlMapping) root).entry(KEY))
        .map(entry -> without(source.text(), entry));
  }

  private static String without(String text, YamlEntry entry) {
    return text.substring(0, entry.key().start()) + text.substring(entry.value().end());
  }
}
