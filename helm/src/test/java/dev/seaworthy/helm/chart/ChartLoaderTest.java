package dev.seaworthy.helm.chart;

import static dev.seaworthy.helm.chart.ChartFixture.entries;
import static dev.seaworthy.helm.chart.ChartFixture.paths;
import static dev.seaworthy.helm.chart.ChartFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartLoaderTest {

  @TempDir Path temporary;
  private ChartFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = ChartFixture.in(temporary);
  }

  @Test
  void readsAllFilesOfAChart() throws IOException {
    fixture
        .chart("apps/web", "web", "type: application", "kubeVersion: '>=1.21'")
        .file("apps/web/values.yaml", "a: 1")
        .file("apps/web/files/a/b.bin", new byte[] {0, 1});

    Loaded loaded = fixture.load("apps/web");

    assertThat(loaded.problems()).isEmpty();
    Chart chart = loaded.chart().orElseThrow();
    assertThat(chart.name()).isEqualTo("web");
    assertThat(chart.label()).isEqualTo("apps/web");
    assertThat(chart.kind()).isEqualTo(ChartKind.APPLICATION);
    assertThat(chart.metadata())
        .isEqualTo(
            new ChartMetadata(
                "v2",
                "web",
                Optional.of("1.0.0"),
                Optional.of("application"),
                Optional.of(">=1.21"),
                List.of()));
    assertThat(paths(chart))
        .containsExactly("Chart.yaml", "files/a/b.bin", "templates/web.yaml", "values.yaml");
    assertThat(chart.templates())
        .extracting(ChartFile::label)
        .containsExactly("apps/web/templates/web.yaml");
    assertThat(chart.file("files/a/b.bin").orElseThrow().text()).isEmpty();
    assertThat(chart.file("values.yaml").orElseThrow().text().orElseThrow().text())
        .isEqualTo("a: 1");
  }

  @Test
  void aChartInTheBaseHasLabelsWithoutAFolder() throws IOException {
    fixture.file("Chart.yaml", ChartFixture.chartYaml("web")).file("values.yaml", "");

    Chart chart =
        new ChartLoader(ChartLimits.DEFAULT)
            .load(fixture.base(), ".", fixture.base())
            .chart()
            .orElseThrow();

    assertThat(chart.files()).extracting(ChartFile::label).contains("Chart.yaml", "values.yaml");
  }

  @Test
  void aByteOrderMarkIsNoPartOfAFile() throws IOException {
    fixture.chart("web", "web").file("web/values.yaml", "\uFEFFa: 1");

    assertThat(file("web", "values.yaml").content())
        .isEqualTo("a: 1".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void textThatHelmDoesNotReadAsSuchIsNone() throws IOException {
    fixture.chart("web", "web").file("web/a.txt", "a".getBytes(StandardCharsets.UTF_16));

    assertThat(file("web", "a.txt").text()).isEmpty();
  }

  @Test
  void whatHelmignoreLeavesOutIsListedOnly() throws IOException {
    fixture
        .chart("web", "web")
        .file("web/.helmignore", "*.md\nci/\n**\n")
        .file("web/README.md", "")
        .file("web/ci/a.yaml", "")
        .file("web/.git/config", "")
        .file("web/templates/.hidden", "");

    Loaded loaded = fixture.load("web");

    assertThat(paths(loaded.chart().orElseThrow()))
        .containsExactly(".helmignore", "Chart.yaml", "templates/web.yaml");
    assertThat(entries(loaded))
        .containsExactly(
            "web/.git/: version control data",
            "web/README.md: ignored by pattern '*.md' of .helmignore",
            "web/ci/: ignored by pattern 'ci/' of .helmignore",
            "web/templates/.hidden: hidden file among the templates");
    assertThat(loaded.entryOf("web/ci/a.yaml")).isPresent();
    assertThat(loaded.entryOf("web/cia.yaml")).isEmpty();
    assertThat(problems(loaded))
        .containsExactly("helm-render web/.helmignore:3: Helm does not know '**', as in '**'");
  }

  @Test
  void theHelmignoreOfTheOutermostChartIsTheOneThatCounts() throws IOException {
    fixture
        .chart("web", "web")
        .file("web/.helmignore", "*.md")
        .chart("web/charts/db", "db")
        .file("web/charts/db/.helmignore", "*.txt")
        .file("web/charts/db/a.md", "")
        .file("web/charts/db/a.txt", "");

    Chart db = fixture.load("web").chart().orElseThrow().dependencies().get(0);

    assertThat(paths(db)).contains("a.txt").doesNotContain("a.md");
  }

  @Test
  void declarationsKnowTheirPlace() throws IOException {
    fixture.file(
        "web/Chart.yaml",
        """
        apiVersion: v2
        name: web
        version: 1.10
        dependencies:
          - name: db
            version: ^1
            repository: https://example.com
            alias: store
            condition: store.enabled
            tags: [data, 1]
        """);

    ChartMetadata metadata = fixture.load("web").chart().orElseThrow().metadata();

    Span span = new Span(new Position(5, 11), new Position(5, 13));
    assertThat(metadata.version()).contains("1.1");
    assertThat(metadata.dependencies())
        .containsExactly(
            new ChartDependency(
                "db",
                "^1",
                Optional.of("https://example.com"),
                Optional.of("store"),
                Optional.of("store.enabled"),
                List.of("data", "1"),
                Location.exact("web/Chart.yaml", span)));
  }

  @Test
  void requirementsOfOlderChartsAreDependencies() throws IOException {
    fixture
        .file("web/Chart.yaml", "name: web\nversion: 1.0.0\n")
        .file("web/requirements.yaml", "dependencies:\n- {name: db, version: 1.0.0}\n");

    ChartMetadata metadata = fixture.load("web").chart().orElseThrow().metadata();

    assertThat(metadata.apiVersion()).isEqualTo("v1");
    assertThat(metadata.dependencies())
        .extracting(ChartDependency::name, item -> item.place().file())
        .containsExactly(tuple("db", "web/requirements.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'version: 1.0.0' | helm-render web/Chart.yaml:1: the chart has no name",
        "'name: ../x' | helm-render web/Chart.yaml:1: '../x' is no name for a chart",
        "'name: ..' | helm-render web/Chart.yaml:1: '..' is no name for a chart",
        "'name: [a]' | helm-render web/Chart.yaml:1: the chart has no name",
        "'' | helm-render web/Chart.yaml: 'web/Chart.yaml' describes no chart",
        "'- a' | helm-render web/Chart.yaml: 'web/Chart.yaml' describes no chart"
      })
  void aChartWithoutANameIsAProblem(String chartYaml, String problem) throws IOException {
    fixture.file("web/Chart.yaml", chartYaml);

    Loaded loaded = fixture.load("web");

    assertThat(loaded.chart()).isEmpty();
    assertThat(loaded.isChart()).isTrue();
    assertThat(problems(loaded)).containsExactly(problem);
  }

  @Test
  void brokenMetadataIsAProblemWithItsPlace() throws IOException {
    fixture.file("web/Chart.yaml", "name: web\nversion: [1\n");

    Loaded loaded = fixture.load("web");

    assertThat(loaded.chart()).isEmpty();
    assertThat(problems(loaded))
        .singleElement()
        .asString()
        .startsWith("yaml-syntax web/Chart.yaml:");
  }

  @Test
  void aFolderWithoutChartYamlIsNoChart() throws IOException {
    fixture.file("web/chart.yaml", "name: web").file("api/x", "").file("db/.helmignore", "*");
    fixture.file("db/Chart.yaml", "name: db");

    Loaded loaded = fixture.load("web");

    assertThat(loaded.isChart()).isFalse();
    assertThat(problems(loaded))
        .containsExactly("helm-render web: 'web' has no Chart.yaml, so it is no Helm chart");
    assertThat(List.of(hint("web"), hint("api"), hint("db")))
        .containsExactly(
            "Rename 'chart.yaml' to 'Chart.yaml'.",
            "Add a Chart.yaml with `apiVersion`, `name` and `version`.",
            "Correct the patterns in .helmignore: they leave out the Chart.yaml that is there.");
  }

  @Test
  void whatIsNotThereIsAProblem() {
    assertThat(problems(fixture.load("web")))
        .containsExactly("not-readable web: 'web' could not be read: no such file or folder");
  }

  @Test
  void aFileThatIsTooLargeIsLeftOut() throws IOException {
    fixture.chart("web", "web").file("web/data", "x".repeat(2_000));

    Loaded loaded = fixture.load("web", new ChartLimits(1_000, 10_000, 100, 4));

    assertThat(paths(loaded.chart().orElseThrow()))
        .containsExactly("Chart.yaml", "templates/web.yaml");
    assertThat(problems(loaded))
        .containsExactly(
            "too-large web/data: 'web/data' is larger than the 1000 bytes that Helm reads");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "zz"})
  void whatTheChartNeedsIsReadFirst(String folder) throws IOException {
    fixture.chart("web", "web");
    for (int i = 0; i < 30; i++) {
      fixture.file("web/" + folder + "/" + i, "x".repeat(500));
    }

    Loaded few = fixture.load("web", new ChartLimits(1_000, 10_000, 10, 4));
    Loaded small = fixture.load("web", new ChartLimits(1_000, 2_000, 100, 4));

    assertThat(paths(few.chart().orElseThrow())).contains("templates/web.yaml");
    assertThat(problems(few))
        .containsExactly("too-large web: chart 'web' holds more than 10 files and folders");
    assertThat(paths(small.chart().orElseThrow())).contains("templates/web.yaml").hasSize(5);
    assertThat(problems(small))
        .containsExactly(
            "too-large web: chart 'web' is larger than the 2000 bytes that Helm reads");
  }

  private String hint(String name) {
    return fixture.load(name).problems().get(0).hint();
  }

  private ChartFile file(String chart, String path) {
    return fixture.load(chart).chart().orElseThrow().file(path).orElseThrow();
  }
}
