package dev.seaworthy.helm.chart;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.util.List;
import java.util.Optional;

/** Reads {@code Chart.yaml}, and {@code requirements.yaml} where there is one. */
final class ChartMetadataReader {

  private final LoadReport report;

  ChartMetadataReader(LoadReport report) {
    this.report = report;
  }

  /** What the files say; empty, with a problem, if Helm could not even name the chart. */
  Optional<ChartMetadata> read(ChartFile chartYaml, Optional<ChartFile> requirements) {
    Optional<YamlFields> chart = fields(chartYaml);
    if (chart.isEmpty()) {
      return Optional.empty();
    }
    YamlFields fields = chart.get();
    Optional<String> name = name(fields);
    List<ChartDependency> dependencies =
        requirements
            .flatMap(this::fields)
            .filter(older -> older.mapping().entry("dependencies").isPresent())
            .or(() -> chart)
            .map(ChartMetadataReader::dependencies)
            .orElse(List.of());
    return name.map(
        text ->
            new ChartMetadata(
                fields.text("apiVersion").orElse("v1"),
                text,
                fields.text("version"),
                fields.text("type"),
                fields.text("kubeVersion"),
                dependencies));
  }

  private Optional<String> name(YamlFields fields) {
    Optional<String> name = fields.text("name");
    String label = fields.source().name();
    if (name.isEmpty()) {
      report.refused(
          label,
          fields.span("name"),
          "the chart has no name",
          "Give it a `name`: Helm does not render a chart without one.");
      return name;
    }
    boolean allowed = !name.get().contains("/") && !name.get().matches("\\.\\.?");
    if (!allowed) {
      report.refused(
          label,
          fields.span("name"),
          "'" + name.get() + "' is no name for a chart",
          "Use lower-case letters, digits and dashes: Helm does not render a chart with such a"
              + " name.");
    }
    return name.filter(text -> allowed);
  }

  private Optional<YamlFields> fields(ChartFile file) {
    Optional<SourceText> text = file.text();
    if (text.isEmpty()) {
      report.notReadable(
          file.label(), "'" + file.label() + "' is not UTF-8 text", "Save it as UTF-8.");
      return Optional.empty();
    }
    YamlStream stream = YamlReader.read(text.get());
    stream.problems().forEach(report::problem);
    if (!stream.documents().isEmpty()
        && stream.documents().get(0).root() instanceof YamlMapping mapping) {
      return Optional.of(new YamlFields(text.get(), mapping));
    }
    if (stream.problems().isEmpty()) {
      report.refused(
          file.label(),
          "'" + file.label() + "' describes no chart",
          "Write a mapping with `apiVersion`, `name` and `version`.");
    }
    return Optional.empty();
  }

  private static List<ChartDependency> dependencies(YamlFields fields) {
    return fields.mappings("dependencies").stream()
        .map(
            item ->
                new ChartDependency(
                    item.text("name").orElse(""),
                    item.text("version").orElse(""),
                    item.text("repository"),
                    item.text("alias"),
                    item.text("condition"),
                    item.texts("tags"),
                    item.location("name")))
        .toList();
  }
}
