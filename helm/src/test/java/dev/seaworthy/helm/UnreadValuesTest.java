package dev.seaworthy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartLimits;
import dev.seaworthy.helm.chart.ChartLoader;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.UnreadValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadValuesTest {

  @TempDir Path temporary;
  private ChartRepository repository;

  @BeforeEach
  void createRepository() throws IOException {
    repository = ChartRepository.in(temporary);
  }

  @Test
  void aKeyThatNoTemplateReadsIsToldWithTheOneThatMayBeMeant() throws IOException {
    repository
        .chart("web", "web")
        .file("web/values.yaml", "image: a\nreplcas: 2\n")
        .file("web/templates/a.yaml", "{{ .Values.image }} {{ .Values.replicas }}");

    assertThat(unread()).containsExactly("web/values.yaml:2:1 replcas (replicas)");
  }

  @Test
  void valuesFilesOfScenariosAreReadToo() throws IOException {
    repository
        .chart("web", "web")
        .file("web/values.yaml", "image: a\n")
        .file("web/templates/a.yaml", "{{ .Values.image }}");

    assertThat(unread(new SourceText("prod.yaml", "image: b\nextra: 1\n")))
        .containsExactly("prod.yaml:2:1 extra");
  }

  @Test
  void whatHelmReadsForDependenciesIsRead() throws IOException {
    repository
        .chart(
            "web",
            "web",
            "dependencies:",
            "- {name: db, version: 1.0.0, alias: store, condition: useStore, tags: [back]}")
        .chart("web/charts/db", "db")
        .file("web/values.yaml", "store: {}\nuseStore: true\ntags: {}\nglobal: {}\nother: 1\n");

    assertThat(unread()).containsExactly("web/values.yaml:5:1 other");
  }

  @Test
  void whatASchemaDeclaresIsKnown() throws IOException {
    repository
        .chart("web", "web")
        .file("web/values.yaml", "image: a\nother: 1\n")
        .file("web/values.schema.json", "{\"properties\": {\"image\": {}}}")
        .file("web/templates/a.yaml", "a: {{ .Values.x }}");

    assertThat(unread()).containsExactly("web/values.yaml:2:1 other");
  }

  @Test
  void whereAllValuesMayBeReadNoneIsUnread() throws IOException {
    repository
        .chart("web", "web")
        .file("web/values.yaml", "image: a\n")
        .file("web/templates/a.yaml", "{{ toYaml .Values }}");

    assertThat(unread()).isEmpty();
  }

  /** Each value as {@code file:line:column key (nearest)}. */
  private List<String> unread(SourceText... scenarios) {
    Chart chart =
        new ChartLoader(ChartLimits.DEFAULT)
            .load(temporary.resolve("web"), "web", temporary)
            .chart()
            .orElseThrow();
    return new UnreadValues(new ChartValues(chart))
        .find(List.of(scenarios)).stream().map(UnreadValuesTest::shown).toList();
  }

  private static String shown(UnreadValue value) {
    String nearest = value.nearest().map(name -> " (" + name + ")").orElse("");
    return value.location() + " " + value.key() + nearest;
  }
}
