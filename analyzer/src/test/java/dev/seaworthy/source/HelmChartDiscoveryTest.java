package dev.seaworthy.source;

import static dev.seaworthy.source.DiscoveryFixture.accounted;
import static dev.seaworthy.source.DiscoveryFixture.assertComplete;
import static dev.seaworthy.source.DiscoveryFixture.names;
import static dev.seaworthy.source.DiscoveryFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmChartDiscoveryTest {

  private static final String TEMPLATE = "template of Helm chart 'web', which was not rendered";

  @TempDir Path temporary;
  private DiscoveryFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = DiscoveryFixture.in(temporary);
  }

  @Test
  void accountsForEveryFileOfAChart() throws IOException {
    fixture.files(
        "web/Chart.yaml",
        "web/Chart.lock",
        "web/values.yaml",
        "web/values-prod.yaml",
        "web/values.schema.json",
        "web/README.md",
        "web/templates/deployment.yaml",
        "web/templates/sub/service.YML",
        "web/templates/dashboard.json",
        "web/templates/_helpers.tpl",
        "web/templates/_partial.yaml",
        "web/templates/NOTES.txt",
        "web/crds/widget.yaml",
        "web/ci/values.yaml");

    Discovery discovery = fixture.discover("web");

    assertThat(names(discovery)).containsExactly("web/ci/values.yaml", "web/crds/widget.yaml");
    assertThat(accounted(discovery))
        .containsExactly(
            "skipped web/Chart.lock: Helm chart metadata",
            "skipped web/Chart.yaml: Helm chart metadata",
            "skipped web/README.md: not a .yaml, .yml or .json file",
            "skipped web/templates/NOTES.txt: part of Helm chart 'web'",
            "skipped web/templates/_helpers.tpl: part of Helm chart 'web'",
            "skipped web/templates/_partial.yaml: part of Helm chart 'web'",
            "failed web/templates/dashboard.json: " + TEMPLATE,
            "failed web/templates/deployment.yaml: " + TEMPLATE,
            "failed web/templates/sub/service.YML: " + TEMPLATE,
            "skipped web/values-prod.yaml: values of Helm chart 'web'",
            "skipped web/values.schema.json: values of Helm chart 'web'",
            "skipped web/values.yaml: values of Helm chart 'web'");
    assertThat(discovery.problems())
        .containsExactly(
            Problem.of(
                ProblemKind.HELM_RENDER,
                "web/Chart.yaml",
                "chart 'web' was not rendered, so 3 templates were not analysed",
                "Render it first, for example with `helm template 'web' | seaworthy check -`."));
  }

  @Test
  void aChartInTheBaseIsNamedByADot() throws IOException {
    fixture.files("Chart.yaml", "templates/a.yaml");

    Discovery discovery = fixture.discover(".");

    assertThat(accounted(discovery))
        .contains("failed templates/a.yaml: template of Helm chart '.', which was not rendered");
    assertThat(problems(discovery))
        .containsExactly(
            "helm-render Chart.yaml: chart '.' was not rendered, so 1 template was not analysed");
  }

  @Test
  void theNameOfTheFolderIsQuotedInTheHint() throws IOException {
    fixture.files("it's mine/Chart.yaml", "it's mine/templates/a.yaml");

    assertThat(fixture.discover(".").problems())
        .singleElement()
        .extracting(Problem::hint)
        .asString()
        .contains("`helm template 'it'\\''s mine' | seaworthy check -`");
  }

  @Test
  void anUnpackedDependencyIsAChartOfItsOwn() throws IOException {
    fixture.files(
        "web/Chart.yaml",
        "web/templates/a.yaml",
        "web/charts/db/Chart.yaml",
        "web/charts/db/values.yaml",
        "web/charts/db/templates/b.yaml",
        "web/charts/db/templates/c.yaml");

    Discovery discovery = fixture.discover(".");

    assertThat(accounted(discovery))
        .contains(
            "failed web/charts/db/templates/b.yaml:"
                + " template of Helm chart 'web/charts/db', which was not rendered",
            "skipped web/charts/db/values.yaml: values of Helm chart 'web/charts/db'");
    assertThat(problems(discovery))
        .containsExactly(
            "helm-render web/Chart.yaml: chart 'web' was not rendered,"
                + " so 1 template was not analysed",
            "helm-render web/charts/db/Chart.yaml: chart 'web/charts/db' was not rendered,"
                + " so 2 templates were not analysed");
  }

  @Test
  void aPackagedDependencyIsPartOfTheProblem() throws IOException {
    fixture.files(
        "web/Chart.yaml",
        "web/templates/a.yaml",
        "web/charts/db-1.0.tgz",
        "web/charts/README.md",
        "other/charts/x.tgz");

    Discovery discovery = fixture.discover(".");

    assertThat(accounted(discovery))
        .contains(
            "failed web/charts/db-1.0.tgz:"
                + " packaged dependency of Helm chart 'web', which was not rendered",
            "skipped web/charts/README.md: not a .yaml, .yml or .json file",
            "skipped other/charts/x.tgz: not a .yaml, .yml or .json file");
    assertThat(problems(discovery))
        .containsExactly(
            "helm-render web/Chart.yaml: chart 'web' was not rendered,"
                + " so 1 template and 1 packaged dependency were not analysed");
  }

  @Test
  void anUmbrellaChartWithoutItsDependenciesIsAProblem() throws IOException {
    fixture
        .file(".gitignore", "charts/")
        .files("web/Chart.yaml", "web/values.yaml", "web/templates/NOTES.txt", "web/charts/x.tgz");

    assertThat(fixture.discover(".").problems())
        .containsExactly(
            Problem.of(
                ProblemKind.HELM_RENDER,
                "web/Chart.yaml",
                "chart 'web' was not rendered, and all that it installs comes from dependencies"
                    + " that are not in its folder",
                "Fetch its dependencies with `helm dependency build 'web'` and analyse what it"
                    + " renders: `helm template 'web' | seaworthy check -`."));
  }

  @Test
  void aChartWithNothingToRenderIsNoProblem() throws IOException {
    fixture.files(
        "library/Chart.yaml",
        "library/templates/_helpers.tpl",
        "definitions/Chart.yaml",
        "definitions/crds/widget.yaml",
        "umbrella/Chart.yaml",
        "umbrella/charts/library/Chart.yaml",
        "umbrella/charts/library/templates/_helpers.tpl");

    Discovery discovery = fixture.discover(".");

    assertThat(names(discovery)).containsExactly("definitions/crds/widget.yaml");
    assertThat(discovery.problems()).isEmpty();
  }

  @Test
  void aChartIsRecognisedFromInside() throws IOException {
    fixture.files("web/Chart.yaml", "web/templates/sub/a.yaml", "web/templates/b.yaml");
    DiscoveryFixture inside = new DiscoveryFixture(fixture.path("web/templates"));

    Discovery folder = fixture.discover("web/templates/sub");
    Discovery files =
        fixture.discover("web/templates/sub/a.yaml", "web/templates/b.yaml", "web/Chart.yaml");
    Discovery here = inside.discover(".");

    assertThat(accounted(folder)).containsExactly("failed web/templates/sub/a.yaml: " + TEMPLATE);
    assertThat(problems(folder))
        .containsExactly(
            "helm-render web/Chart.yaml: chart 'web' was not rendered,"
                + " so 1 template was not analysed");
    assertThat(accounted(files))
        .containsExactly(
            "skipped web/Chart.yaml: Helm chart metadata",
            "failed web/templates/b.yaml: " + TEMPLATE,
            "failed web/templates/sub/a.yaml: " + TEMPLATE);
    assertThat(problems(files)).hasSize(1);
    assertThat(problems(here))
        .containsExactly(
            "helm-render ../Chart.yaml: chart '..' was not rendered,"
                + " so 2 templates were not analysed");
  }

  @Test
  void aChartAroundWhatWasNamedIsNoConcernIfNothingOfItIsNamed() throws IOException {
    fixture.files("web/Chart.yaml", "web/ci/a.yaml", "web/templates/b.yaml");

    assertComplete(fixture.discover("web/ci"), "web/ci/a.yaml");
    assertComplete(fixture.discover("web/ci/a.yaml"), "web/ci/a.yaml");
  }

  @Test
  void excludedTemplatesAreNoProblem() throws IOException {
    fixture.files(
        "web/Chart.yaml", "web/templates/a.yaml", "api/Chart.yaml", "api/templates/b.yaml");

    Discovery discovery =
        fixture.discover(builder -> builder.exclude(List.of("web/templates/", "b.yaml")), ".");

    assertThat(accounted(discovery))
        .contains(
            "skipped web/templates/: excluded by pattern 'web/templates/'",
            "skipped api/templates/b.yaml: excluded by pattern 'b.yaml'");
    assertThat(discovery.problems()).isEmpty();
  }

  @Test
  void aTemplatesFolderWithoutAChartIsAnOrdinaryFolder() throws IOException {
    fixture.files("templates/a.yaml", "values.yaml", "charts/b.yaml");

    assertComplete(fixture.discover("."), "charts/b.yaml", "templates/a.yaml", "values.yaml");
  }

  @Test
  void allThatHelmRendersIsATemplate() throws IOException {
    fixture.files(
        "web/Chart.yaml",
        "web/templates/a.txt",
        "web/templates/b.tpl",
        "web/templates/README.md",
        "web/templates/sub/c",
        "web/templates/sub/.hidden",
        "web/templates/.hidden",
        "web/templates/_d.yaml",
        "web/templates/sub/_e.yaml",
        "web/templates/sub/NOTES.txt");

    HelmChart chart = charts(".").get(0);

    assertThat(chart.templates())
        .containsExactly(
            "web/templates/README.md",
            "web/templates/a.txt",
            "web/templates/b.tpl",
            "web/templates/sub/.hidden",
            "web/templates/sub/c");
  }

  @Test
  void aDependencyKnowsItsParent() throws IOException {
    fixture.files(
        "web/Chart.yaml",
        "web/templates/a.yaml",
        "web/charts/db/Chart.yaml",
        "web/charts/db/charts/backup/Chart.yaml",
        "web/charts/db/files/charts/other/Chart.yaml",
        "web/ci/charts/test/Chart.yaml");

    assertThat(charts("."))
        .extracting(HelmChart::name, HelmChart::parent)
        .containsExactly(
            tuple("web", Optional.empty()),
            tuple("web/charts/db", Optional.of("web")),
            tuple("web/charts/db/charts/backup", Optional.of("web/charts/db")),
            tuple("web/charts/db/files/charts/other", Optional.empty()),
            tuple("web/ci/charts/test", Optional.empty()));
  }

  @Test
  void aDependencyHasNoParentIfNothingElseOfItsParentIsNamed() throws IOException {
    fixture.files("Chart.yaml", "templates/a.yaml", "charts/db/Chart.yaml");

    assertThat(charts("charts/db")).extracting(HelmChart::parent).containsExactly(Optional.empty());
    assertThat(charts("charts/db", "templates"))
        .extracting(HelmChart::name, HelmChart::parent)
        .containsExactly(tuple(".", Optional.empty()), tuple("charts/db", Optional.of(".")));
  }

  @Test
  void aPackagedChartIsHandedOverUnlessItIsADependency() throws IOException {
    fixture.files(
        "dist/web-1.0.tgz",
        "dist/api-1.0.tgz",
        "dist/old-1.0.tgz",
        "web/Chart.yaml",
        "web/charts/db-1.0.tgz",
        "web/files/data.tgz");

    List<HelmChart> charts =
        charts(builder -> builder.exclude(List.of("old-*")), ".", "dist/web-1.0.tgz");

    assertThat(charts)
        .extracting(HelmChart::name, HelmChart::form)
        .containsExactly(
            tuple("web", HelmChart.Form.FOLDER),
            tuple("dist/api-1.0.tgz", HelmChart.Form.FOUND_PACKAGE),
            tuple("dist/web-1.0.tgz", HelmChart.Form.NAMED_PACKAGE),
            tuple("web/files/data.tgz", HelmChart.Form.FOUND_PACKAGE));
    assertThat(charts.get(1).location()).isEqualTo(fixture.path("dist/api-1.0.tgz"));
  }

  @Test
  void aNamedPackageThatIsNotRenderedIsAProblem() throws IOException {
    fixture.files("dist/web-1.0.tgz", "dist/api-1.0.tgz");

    Discovery discovery = fixture.discover("dist", "dist/web-1.0.tgz");

    assertThat(accounted(discovery))
        .containsExactly(
            "skipped dist/api-1.0.tgz: not a .yaml, .yml or .json file",
            "failed dist/web-1.0.tgz: packaged Helm chart, which was not rendered");
    assertThat(discovery.problems())
        .containsExactly(
            Problem.of(
                ProblemKind.HELM_RENDER,
                "dist/web-1.0.tgz",
                "packaged chart 'dist/web-1.0.tgz' was not rendered",
                "Render it first, for example with"
                    + " `helm template 'dist/web-1.0.tgz' | seaworthy check -`."));
  }

  @Test
  void withoutChartsNoExpanderIsAsked() throws IOException {
    fixture.files("a.yaml", "README.md");

    assertThat(charts(".")).isEmpty();
  }

  @Test
  void anExpanderIsToldWhatOfAChartIsMeant() throws IOException {
    fixture.files(
        "web/Chart.yaml",
        "web/templates/b.yaml",
        "web/templates/a.yaml",
        "web/charts/db/Chart.yaml",
        "web/charts/mq.tgz");

    assertThat(charts(builder -> builder.exclude(List.of("b.yaml", "db/", "*.tgz")), "web"))
        .singleElement()
        .satisfies(
            chart -> {
              assertThat(chart.whole()).isTrue();
              assertThat(chart.excluded())
                  .containsExactly("web/charts/db/", "web/charts/mq.tgz", "web/templates/b.yaml");
            });
    assertThat(charts("web/templates/a.yaml"))
        .singleElement()
        .satisfies(chart -> assertThat(chart.whole()).isFalse());
  }

  @Test
  void anotherExpanderTakesTheCharts() throws IOException {
    fixture.files(
        "web/Chart.yaml", "web/templates/b.yaml", "web/templates/a.yaml", "web/charts/db.tgz");
    List<HelmChart> charts = new ArrayList<>();
    ChartExpander expander =
        found -> {
          charts.addAll(found);
          return new Discovery(
              List.of(Source.of("web/templates/a.yaml", "rendered")),
              List.of(InventoryEntry.skipped("web/templates/b.yaml", "rendered to nothing")),
              List.of());
        };

    Discovery discovery = fixture.discover(builder -> builder.charts(expander), ".");

    assertThat(charts)
        .containsExactly(
            new HelmChart(
                "web",
                HelmChart.Form.FOLDER,
                fixture.path("web"),
                List.of("web/templates/a.yaml", "web/templates/b.yaml"),
                List.of("web/charts/db.tgz"),
                true,
                List.of(),
                false,
                Optional.empty()));
    assertThat(names(discovery)).containsExactly("web/templates/a.yaml");
    assertThat(accounted(discovery))
        .containsExactly(
            "skipped web/Chart.yaml: Helm chart metadata",
            "skipped web/templates/b.yaml: rendered to nothing");
    assertThat(discovery.problems()).isEmpty();
  }

  private List<HelmChart> charts(String... names) {
    return charts(builder -> builder, names);
  }

  /** The charts that an expander is handed; it is asked no more than once. */
  private List<HelmChart> charts(UnaryOperator<FileDiscovery.Builder> settings, String... names) {
    List<List<HelmChart>> calls = new ArrayList<>();
    ChartExpander expander =
        charts -> {
          calls.add(charts);
          return Discovery.of(List.of());
        };
    fixture.discover(builder -> settings.apply(builder.charts(expander)), names);
    assertThat(calls).hasSizeLessThan(2);
    return calls.stream().flatMap(List::stream).toList();
  }
}
