package dev.seaworthy.helm.chart;

import static dev.seaworthy.helm.chart.ChartFixture.entries;
import static dev.seaworthy.helm.chart.ChartFixture.missing;
import static dev.seaworthy.helm.chart.ChartFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.seaworthy.helm.chart.ChartFixture.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyLoadingTest {

  private static final String LEADS_OUT = "leads out of what is analysed";

  @TempDir Path temporary;
  private ChartFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = ChartFixture.in(temporary);
  }

  @Test
  void chartsLieInTheChartsFolderInAnyDepth() throws IOException {
    fixture
        .chart("web", "web")
        .chart("web/charts/db", "db", "type: library")
        .chart("web/charts/db/charts/backup", "backup")
        .file("web/charts/cache-1.0.0.tgz", Archive.ofChart("cache").tgz())
        .file("web/charts/cache-1.0.0.tgz.prov", "");

    Loaded loaded = fixture.load("web");

    assertThat(loaded.problems()).isEmpty();
    Chart web = loaded.chart().orElseThrow();
    assertThat(web.dependencies())
        .extracting(Chart::name, Chart::label, Chart::kind)
        .containsExactly(
            tuple("cache", "web/charts/cache-1.0.0.tgz", ChartKind.APPLICATION),
            tuple("db", "web/charts/db", ChartKind.LIBRARY));
    assertThat(ChartFixture.paths(web))
        .containsExactly("Chart.yaml", "charts/cache-1.0.0.tgz.prov", "templates/web.yaml");
    assertThat(web.dependencies().get(0).templates())
        .extracting(ChartFile::label)
        .containsExactly("web/charts/cache-1.0.0.tgz/cache/templates/cache.yaml");
    assertThat(web.dependencies().get(1).dependencies().get(0).label())
        .isEqualTo("web/charts/db/charts/backup");
  }

  @Test
  void whatHelmPassesOverIsListedAndWhatItRefusesIsAProblem() throws IOException {
    fixture
        .chart("web", "web")
        .chart("web/charts/_old", "old")
        .file("web/charts/.gitkeep", "")
        .file("web/charts/README.md", "")
        .file("web/charts/empty/values.yaml", "")
        .file("web/charts/bad.tgz", "no archive")
        .file("web/charts/folder.tgz/Chart.yaml", "name: folder");

    Loaded loaded = fixture.load("web");

    assertThat(loaded.chart().orElseThrow().dependencies()).isEmpty();
    assertThat(entries(loaded))
        .containsExactly(
            "web/charts/.gitkeep: Helm passes over it: its name starts with '.'",
            "web/charts/_old/: Helm passes over it: its name starts with '_'");
    assertThat(problems(loaded))
        .containsExactly(
            "helm-render web/charts/README.md: 'web/charts/README.md' is no chart, and lies where"
                + " Helm expects one",
            "not-readable web/charts/bad.tgz: 'web/charts/bad.tgz' is no gzip archive",
            "helm-render web/charts/empty: 'web/charts/empty' has no Chart.yaml, so it is no Helm"
                + " chart",
            "helm-render web/charts/folder.tgz: 'web/charts/folder.tgz' is no chart, and lies"
                + " where Helm expects one");
  }

  @Test
  void chartsInChartsHaveABound() throws IOException {
    String folder = "web";
    for (int i = 0; i < 6; i++) {
      fixture.chart(folder, "web");
      folder += "/charts/web";
    }

    Loaded loaded = fixture.load("web", new ChartLimits(1_000, 10_000, 1_000, 3));

    assertThat(problems(loaded))
        .containsExactly(
            "too-large web/charts/web/charts/web/charts/web:"
                + " charts lie in charts more than 3 levels deep");
  }

  @Test
  void aDependencyThatIsNotHereIsMissing() throws IOException {
    fixture
        .chart(
            "web",
            "web",
            "dependencies:",
            "- {name: db, version: 1.x, repository: 'https://example.com', condition: db.on}",
            "- {name: here, version: 1.x, repository: 'https://example.com'}")
        .chart("web/charts/here", "here");

    Loaded loaded = fixture.load("web");

    assertThat(loaded.problems()).isEmpty();
    assertThat(missing(loaded)).containsExactly("web > db: it is not in the 'charts' folder");
    assertThat(loaded.missing().get(0).dependency().condition()).contains("db.on");
    assertThat(loaded.missing().get(0).hint())
        .isEqualTo("Fetch it with `helm dependency build 'web'`.");
  }

  @Test
  void aVersionThatDoesNotFitIsNotMissing() throws IOException {
    fixture
        .chart("web", "web", "dependencies:", "- {name: db, version: 2.x, alias: store}")
        .chart("web/charts/db", "db");

    Loaded loaded = fixture.load("web");

    assertThat(loaded.missing()).isEmpty();
    assertThat(loaded.chart().orElseThrow().subcharts())
        .extracting(Chart.Subchart::name)
        .containsExactly("db");
  }

  @Test
  void aDependencyOnDiskIsReadFromWhereItLies() throws IOException {
    fixture
        .chart(
            "apps/web",
            "web",
            "dependencies:",
            "- {name: common, version: 1.x, repository: 'file://../../libs/common'}",
            "- {name: common, version: 1.x, repository: 'file://../../libs/common', alias: two}")
        .chart(
            "libs/common",
            "common",
            "type: library",
            "dependencies:",
            "- name: base",
            "  version: '*'",
            "  repository: file://" + fixture.path("libs/base"))
        .file("libs/common/.helmignore", "README.md")
        .file("libs/common/README.md", "")
        .chart("libs/base", "base");

    Loaded loaded = fixture.load("apps/web");

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.missing()).isEmpty();
    Chart web = loaded.chart().orElseThrow();
    assertThat(web.dependencies()).extracting(Chart::label).containsExactly("libs/common");
    assertThat(web.dependencies().get(0).dependencies())
        .extracting(Chart::label)
        .containsExactly("libs/base");
    assertThat(web.subcharts()).extracting(Chart.Subchart::name).containsExactly("common", "two");
    assertThat(entries(loaded))
        .containsExactly("libs/common/README.md: ignored by pattern 'README.md' of .helmignore");
  }

  static Stream<Arguments> pathsThatDoNotServe() {
    return Stream.of(
        arguments("../nowhere", "there is no folder '../nowhere'"),
        arguments("../../../../../../../../..", "'../../../../../../../../..' " + LEADS_OUT),
        arguments("/proc", "'/proc' " + LEADS_OUT),
        arguments("../link", "'../link' " + LEADS_OUT),
        arguments("Chart.yaml", "'Chart.yaml' is not a folder"),
        arguments(".", "charts that depend on each other lead in a circle"),
        arguments("../other", "'apps/other' holds chart 'other' in version 1.0.0"),
        arguments("../empty", "'apps/empty' could not be read"),
        arguments("a\0b", "there is no folder 'a\0b'"));
  }

  @ParameterizedTest
  @MethodSource("pathsThatDoNotServe")
  void aDependencyOnDiskThatCannotBeHadIsMissing(String path, String reason) throws IOException {
    fixture
        .chart(
            "apps/web",
            "web",
            "dependencies:",
            "- {name: db, version: 1.x, repository: \"file://" + path.replace("\0", "\\0") + "\"}")
        .chart("apps/other", "other")
        .file("apps/empty/x", "")
        .file("libs/x", "")
        .link("apps/link", "../libs");

    Loaded loaded =
        new ChartLoader(ChartLimits.DEFAULT)
            .load(fixture.path("apps/web"), "apps/web", fixture.path("apps"));

    assertThat(missing(loaded)).containsExactly("apps/web > db: " + reason);
    assertThat(loaded.missing().get(0).hint())
        .isEqualTo("Correct the path, or fetch it with `helm dependency build 'apps/web'`.");
  }

  @Test
  void aCircleOfDependenciesOnDiskEnds() throws IOException {
    fixture
        .chart("a", "a", "dependencies:", "- {name: b, version: 1.x, repository: 'file://../b'}")
        .chart("b", "b", "dependencies:", "- {name: a, version: 1.x, repository: 'file://../a'}");

    Loaded loaded = fixture.load("a");

    assertThat(missing(loaded))
        .containsExactly("b > a: charts that depend on each other lead in a circle");
    assertThat(loaded.chart().orElseThrow().dependencies()).hasSize(1);
  }

  @Test
  void aDependencyInAnArchiveHasNoFilesBesideIt() throws IOException {
    fixture
        .chart("other", "other")
        .file(
            "web.tgz",
            Archive.ofChart(
                    "web",
                    "dependencies:",
                    "- {name: other, version: 1.x, repository: 'file://../other'}")
                .tgz());

    Loaded loaded = fixture.load("web.tgz");

    assertThat(missing(loaded))
        .containsExactly("web.tgz > other: it is not in the 'charts' folder");
    assertThat(loaded.missing().get(0).hint())
        .isEqualTo("Package the chart again, once `helm dependency build` has fetched it.");
  }

  @Test
  void theNamesOfHelmLeadToFiles() throws IOException {
    Chart web = umbrella();

    assertThat(resolved(web, "web/templates/web.yaml")).isEqualTo("web/templates/web.yaml");
    assertThat(resolved(web, "web/charts/one/templates/db.yaml"))
        .isEqualTo("web/charts/db/templates/db.yaml");
    assertThat(resolved(web, "web/charts/two/templates/db.yaml"))
        .isEqualTo("web/charts/db/templates/db.yaml");
    assertThat(resolved(web, "web/charts/two/charts/backup/templates/backup.yaml"))
        .isEqualTo("web/charts/db/charts/backup/templates/backup.yaml");
    assertThat(resolved(web, "web/charts/loose/templates/loose.yaml"))
        .isEqualTo("web/charts/other-folder/templates/loose.yaml");
    for (String nothing :
        List.of("web", "web/charts/db/templates/db.yaml", "api/templates/web.yaml", "web/x")) {
      assertThat(web.resolve(nothing)).as(nothing).isEmpty();
    }
  }

  @Test
  void subchartsAreWhatHelmMakesOfDeclarations() throws IOException {
    assertThat(umbrella().subcharts())
        .extracting(
            Chart.Subchart::name,
            item -> item.chart().name(),
            item -> item.declaration().map(ChartDependency::usedAs))
        .containsExactly(
            tuple("loose", "loose", Optional.empty()),
            tuple("one", "db", Optional.of("one")),
            tuple("two", "db", Optional.of("two")));
  }

  private Chart umbrella() throws IOException {
    fixture
        .chart(
            "web",
            "web",
            "dependencies:",
            "- {name: db, version: 1.x, alias: one}",
            "- {name: db, version: 1.x, alias: two}")
        .chart("web/charts/db", "db")
        .chart("web/charts/db/charts/backup", "backup")
        .chart("web/charts/other-folder", "loose");
    return fixture.load("web").chart().orElseThrow();
  }

  private static String resolved(Chart chart, String name) {
    return chart.resolve(name).orElseThrow().label();
  }
}
