package dev.seaworthy.helm;

import static dev.seaworthy.helm.ChartRepository.entries;
import static dev.seaworthy.helm.ChartRepository.problems;
import static dev.seaworthy.helm.ChartRepository.rendered;
import static dev.seaworthy.helm.ChartRepository.sources;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.RenderedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the charts in a repository become, with the real engine. */
class HelmChartsTest {

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";
  private static final String CRD =
      "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n";

  private static HelmEngine engine;

  @TempDir Path temporary;
  private ChartRepository repository;

  @BeforeAll
  static void start() {
    engine = ChartRepository.engine();
    assumeTrue(engine.version().isPresent(), "no engine for this platform");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void createRepository() throws IOException {
    repository = ChartRepository.in(Files.createDirectory(temporary.resolve("repository")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "é", "⛵", "🐳", "a\"b", "a%20b", "{{x}}", "a\\b", "a'b", "-"})
  void templatesMayHaveAnyName(String name) throws IOException {
    repository.chart("web", "web").file("web/templates/" + name + ".yaml", POD);

    Discovery discovery = repository.render(engine, "web");

    assertThat(problems(discovery)).isEmpty();
    assertThat(rendered(discovery)).containsExactly("web/templates/" + name + ".yaml");
  }

  @Test
  void lineBreaksOfWindowsAndByteOrderMarksAreNoObstacle() throws IOException {
    repository
        .chart("web", "web")
        .file("web/templates/crlf.yaml", POD.replace("\n", "\r\n"))
        .file("web/templates/bom.yaml", "\uFEFF" + POD);

    Discovery discovery = repository.render(engine, "web");

    assertThat(problems(discovery)).isEmpty();
    assertThat(rendered(discovery))
        .containsExactly("web/templates/bom.yaml", "web/templates/crlf.yaml");
  }

  @Test
  void aTemplateThatIsNoTextHasFailed() throws IOException {
    repository
        .chart("web", "web")
        .file("web/templates/a.yaml", POD)
        .file("web/templates/b.yaml", (POD + "# \u00e9").getBytes(StandardCharsets.ISO_8859_1));

    Discovery discovery = repository.render(engine, "web");

    assertThat(rendered(discovery)).containsExactly("web/templates/a.yaml");
    assertThat(problems(discovery)).hasSize(1);
    assertThat(entries(discovery))
        .contains("failed web/templates/b.yaml: not rendered in scenario 'default'");
  }

  @Test
  void anotherTemplateIncludesWhatATemplateRendersTo() throws IOException {
    String included =
        "{{ include (print $.Template.BasePath \"/a.yaml\") . | quote }}"
            + " {{ include \"web/templates/a.yaml\" \"no map\" | quote }}";
    repository
        .chart("web", "web")
        .file("web/templates/a.yaml", "a: {{ 1 }}\n")
        .file("web/templates/sub/b.yaml", "b: {{ .Template.Name }} " + included);

    assertThat(texts(repository.render(engine, "web")))
        .containsExactlyInAnyOrder(
            "a: 1\n", "b: web/templates/sub/b.yaml \"a: 1\\n\" \"a: 1\\n\"\n");
  }

  @Test
  void aTemplateKeepsItsOwnName() throws IOException {
    repository
        .chart("web", "web")
        .file("web/values.yaml", "text: '{{ .Template.Name }}'\n")
        .file("web/templates/a.yaml", "{{ tpl .Values.text . }}\n");

    assertThat(texts(repository.render(engine, "web"))).containsExactly("web/templates/a.yaml\n");
  }

  @Test
  void namesThatOurOwnFilesHaveAreNoObstacle() throws IOException {
    repository
        .chart("web", "web")
        .file("web/templates/0.yaml", "a: {{ include \"x\" . }}\n")
        .file("web/templates/_seaworthy.tpl", "{{ define \"x\" }}1{{ end }}")
        .file("web/templates/_seaworthy.seaworthy.yaml", "")
        .file("web/templates/seaworthy.yaml", "b: {{ include \"x\" . }}\n")
        .file("web/templates/z.yaml", "c: {{ include \"x\" . }}\n");

    Discovery discovery = repository.render(engine, "web");

    assertThat(problems(discovery)).isEmpty();
    assertThat(texts(discovery)).containsExactlyInAnyOrder("a: 1\n", "b: 1\n", "c: 1\n");
  }

  @Test
  void noFileOfAChartTakesThePlaceOfOurOwn() throws IOException {
    repository
        .chart("web", "web")
        .file("web/templates/A.yaml", "{{/* .Template */}}a: 1\n")
        .file("web/templates/_seaworthy.A.yaml", "a: 2\n")
        .file(
            "web/templates/_0.tpl", "{{ define \"# seaworthy: web/templates/A.yaml\" }}{{ end }}");

    assertThat(texts(repository.render(engine, "web"))).containsExactly("a: 1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{{ end }}{{ define \"x\" }}b",
        "{{ end }}",
        "{{ else }}",
        "{{ break }}",
        "{{ if true }}",
        "{{/* x"
      })
  void aTemplateThatIsNotWholeByItselfIsRefusedAndNoOther(String text) throws IOException {
    repository
        .chart("web", "web")
        .file("web/templates/a.yaml", text)
        .file("web/templates/b.yaml", POD);

    Discovery discovery = repository.render(engine, "web");

    assertThat(rendered(discovery)).containsExactly("web/templates/b.yaml");
    assertThat(problems(discovery))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("web/templates/a.yaml");
  }

  @Test
  void templatesMayDefineOthersThemselves() throws IOException {
    repository
        .chart("web", "web")
        .file("web/templates/a.yaml", "{{ define \"x\" }}1{{ end }}a: {{ include \"x\" . }}\n")
        .file("web/templates/b.yaml", "{{ block \"y\" . }}b: 2{{ end }}\n")
        .file("web/templates/c.yaml", "c: {{ include \"x\" . }} {{ include \"y\" . }}\n");

    assertThat(texts(repository.render(engine, "web")))
        .containsExactlyInAnyOrder("a: 1\n", "b: 2\n", "c: 1 b: 2\n");
  }

  @Test
  void noTemplateSeesWhatAnotherOneChangedTwice() throws IOException {
    String count =
        "{{ $_ := set (index .Values \"c\") \"n\" (add1 .Values.c.n) }}n: {{ .Values.c.n }}\n";
    repository
        .chart("web", "web")
        .file("web/values.yaml", "c: {n: 0}\n")
        .file("web/templates/a.yaml", count)
        .file("web/templates/b.yaml", count);

    assertThat(texts(repository.render(engine, "web")))
        .containsExactlyInAnyOrder("n: 1\n", "n: 2\n");
  }

  @Test
  void onlyTheTemplateThatIsNamedIsJudged() throws IOException {
    repository
        .chart("web", "web")
        .file("web/templates/a.yaml", POD)
        .file("web/templates/b.yaml", POD)
        .chart("web/charts/db", "db")
        .file("web/charts/db/templates/c.yaml", POD)
        .archive("web/charts/mq.tgz", "mq", "templates/d.yaml", POD, "crds/e.yaml", CRD);

    Discovery discovery = repository.render(engine, "web/templates/a.yaml");

    assertThat(rendered(discovery)).containsExactly("web/templates/a.yaml");
    assertThat(sources(discovery)).isEmpty();
    assertThat(entries(discovery)).isEmpty();
  }

  @Test
  void onlyTheDependencyThatIsNamedIsJudged() throws IOException {
    repository
        .chart("web", "web")
        .file("web/templates/a.yaml", POD)
        .archive("web/charts/mq.tgz", "mq", "templates/d.yaml", POD)
        .archive("web/charts/db.tgz", "db", "templates/e.yaml", POD);

    Discovery discovery = repository.render(engine, "web/charts/mq.tgz");

    assertThat(rendered(discovery)).containsExactly("web/charts/mq.tgz/mq/templates/d.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "."})
  void whatIsExcludedIsNotJudged(String chart) throws IOException {
    String prefix = chart.equals(".") ? "" : chart + "/";
    repository
        .chart(chart, "web")
        .file(prefix + "templates/a.yaml", POD)
        .file(prefix + "templates/b.yaml", POD)
        .chart(prefix + "charts/db", "db")
        .file(prefix + "charts/db/templates/c.yaml", POD)
        .file(prefix + "charts/db/crds/crd.yaml", CRD)
        .archive(prefix + "charts/mq.tgz", "mq", "templates/d.yaml", POD, "crds/crd.yaml", CRD);

    Discovery discovery =
        repository.render(
            engine, builder -> builder.exclude(List.of("b.yaml", "db/", "*.tgz")), chart);

    assertThat(rendered(discovery)).containsExactly(prefix + "templates/a.yaml");
    assertThat(sources(discovery)).isEmpty();
    assertThat(entries(discovery))
        .containsExactlyInAnyOrder(
            "skipped " + prefix + "Chart.yaml: Helm chart metadata",
            "skipped " + prefix + "charts/db/: excluded by pattern 'db/'",
            "skipped " + prefix + "charts/mq.tgz: excluded by pattern '*.tgz'",
            "skipped " + prefix + "templates/b.yaml: excluded by pattern 'b.yaml'");
  }

  @Test
  void aPackagedChartIsAccountedForFileByFile() throws IOException {
    repository.archive(
        "dist/web.tgz",
        "web",
        "templates/a.yaml",
        POD,
        "templates/_b.tpl",
        "",
        "crds/c.yaml",
        CRD,
        "values.yaml",
        "{}");

    for (String named : List.of("dist", "dist/web.tgz")) {
      Discovery discovery = repository.render(engine, named);

      assertThat(rendered(discovery)).containsExactly("dist/web.tgz/web/templates/a.yaml");
      assertThat(sources(discovery)).containsExactly("dist/web.tgz/web/crds/c.yaml");
      assertThat(entries(discovery))
          .containsExactly(
              "skipped dist/web.tgz: packaged chart: its files are listed one by one",
              "skipped dist/web.tgz/web/Chart.yaml: part of Helm chart 'dist/web.tgz'",
              "skipped dist/web.tgz/web/templates/_b.tpl: part of Helm chart 'dist/web.tgz'",
              "skipped dist/web.tgz/web/values.yaml: part of Helm chart 'dist/web.tgz'");
    }
  }

  @Test
  void aPackagedDependencyThatCannotBeReadHasFailed() throws IOException {
    repository
        .chart("web", "web")
        .file("web/templates/a.yaml", POD)
        .file("web/charts/db.tgz", "garbage");

    Discovery discovery = repository.render(engine, "web");

    assertThat(rendered(discovery)).containsExactly("web/templates/a.yaml");
    assertThat(problems(discovery))
        .containsExactly("web/charts/db.tgz: 'web/charts/db.tgz' is no gzip archive");
    assertThat(entries(discovery))
        .contains("failed web/charts/db.tgz: 'web/charts/db.tgz' is no gzip archive");
  }

  @Test
  void aLibraryChartIsAccountedForToo() throws IOException {
    repository
        .chart("lib", "lib", "type: library")
        .file("lib/templates/a.yaml", POD)
        .archive("lib/charts/db.tgz", "db", "templates/a.yaml", POD);

    assertThat(entries(repository.render(engine, "lib")))
        .contains(
            "skipped lib/templates/a.yaml: of a library chart: judged where another chart uses it",
            "skipped lib/charts/db.tgz: of a library chart: judged where another chart uses it");
  }

  @Test
  void aChartThatSeveralShareIsAccountedForOnce() throws IOException {
    repository
        .chart("common", "common")
        .file("common/templates/a.yaml", POD)
        .file("common/crds/c.yaml", CRD);
    for (String name : List.of("one", "two")) {
      repository.chart(
          name,
          name,
          "dependencies:",
          "- {name: common, version: 1.0.0, repository: 'file://../common'}");
    }

    Discovery discovery = repository.render(engine, "one", "two");

    assertThat(sources(discovery)).containsExactly("common/crds/c.yaml");
    assertThat(entries(discovery)).doesNotHaveDuplicates();
    assertThat(rendered(discovery))
        .containsExactly("common/templates/a.yaml", "common/templates/a.yaml");
  }

  @Test
  void whateverHelmRefusesIsLeftOutTogether() throws IOException {
    repository
        .chart(
            "web",
            "web",
            "kubeVersion: '>=99.0'",
            "dependencies:",
            "- {name: gone, version: 1.0.0, repository: 'https://charts.example.org'}")
        .file("web/values.yaml", "port: x\n")
        .file("web/values.schema.json", "{\"properties\": {\"port\": {\"type\": \"number\"}}}")
        .file("web/templates/a.yaml", POD)
        .file("web/templates/b.yaml", POD + "# {{ required \"no name\" .Values.name }}")
        .file("web/templates/c.yaml", "{{ .Values.a.b }}");

    Discovery discovery = repository.render(engine, "web");

    assertThat(rendered(discovery)).containsExactly("web/templates/a.yaml", "web/templates/b.yaml");
    assertThat(problems(discovery))
        .satisfiesExactlyInAnyOrder(
            gone -> assertThat(gone).startsWith("web/Chart.yaml:6: dependency 'gone'"),
            version -> assertThat(version).startsWith("web/Chart.yaml:4: ").contains(">=99.0"),
            schema -> assertThat(schema).startsWith("web/values.yaml:1: ").contains("'port'"),
            missing -> assertThat(missing).startsWith("web/templates/b.yaml:4: "),
            nil -> assertThat(nil).startsWith("web/templates/c.yaml:1: "));
  }

  @Test
  void whereTooMuchIsRefusedThatIsSaid() throws IOException {
    repository.chart("web", "web").file("web/templates/ok.yaml", POD);
    for (int i = 0; i < 45; i++) {
      repository.file("web/templates/" + i + ".yaml", "{{ .Values.a.b }}");
    }

    Discovery discovery = repository.render(engine, "web");

    assertThat(rendered(discovery)).isEmpty();
    assertThat(problems(discovery))
        .contains(
            "web/Chart.yaml: chart 'web' does not render in scenario 'default': Helm refuses it in"
                + " 40 ways, and no more was tried");
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    repository
        .chart("web", "web")
        .file("web/ci/a-values.yaml", "a: 1\n")
        .file("web/templates/a.yaml", POD + "# {{ .Values.a.b }}");

    repository.render(engine, "web");

    try (Stream<Path> copies = Files.list(temporary.resolve("copies"))) {
      assertThat(copies).isEmpty();
    }
  }

  private static List<String> texts(Discovery discovery) {
    return discovery.renderings().get(0).texts().stream()
        .map(RenderedText::text)
        .map(text -> text.text())
        .toList();
  }
}
