package dev.seaworthy.source;

import static dev.seaworthy.source.DiscoveryFixture.accounted;
import static dev.seaworthy.source.DiscoveryFixture.assertComplete;
import static dev.seaworthy.source.DiscoveryFixture.names;
import static dev.seaworthy.source.DiscoveryFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  void anotherExpanderTakesTheCharts() throws IOException {
    fixture.files(
        "web/Chart.yaml", "web/templates/b.yaml", "web/templates/a.yaml", "web/charts/db.tgz");
    List<HelmChart> charts = new ArrayList<>();
    ChartExpander expander =
        chart -> {
          charts.add(chart);
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
                fixture.path("web"),
                List.of("web/templates/a.yaml", "web/templates/b.yaml"),
                List.of("web/charts/db.tgz"),
                false));
    assertThat(names(discovery)).containsExactly("web/templates/a.yaml");
    assertThat(accounted(discovery))
        .containsExactly(
            "skipped web/Chart.yaml: Helm chart metadata",
            "skipped web/templates/b.yaml: rendered to nothing");
    assertThat(discovery.problems()).isEmpty();
  }
}
