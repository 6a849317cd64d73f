package dev.seaworthy.helm.chart;

import static dev.seaworthy.helm.chart.ChartFixture.paths;
import static dev.seaworthy.helm.chart.ChartFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolicLinkTest {

  @TempDir Path temporary;
  private ChartFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = ChartFixture.in(temporary);
  }

  @Test
  void linksInsideTheBoundaryAreFollowed() throws IOException {
    fixture
        .chart("apps/web", "web")
        .file("shared/a.yaml", "a")
        .chart("shared/db", "db")
        .link("apps/web/templates/a.yaml", "../../../shared/a.yaml")
        .link("apps/web/charts", "../../shared/charts")
        .link("shared/charts/db", "../db");

    Loaded loaded = fixture.load("apps/web");

    assertThat(loaded.problems()).isEmpty();
    Chart web = loaded.chart().orElseThrow();
    assertThat(paths(web)).containsExactly("Chart.yaml", "templates/a.yaml", "templates/web.yaml");
    assertThat(web.dependencies()).extracting(Chart::label).containsExactly("apps/web/charts/db");
  }

  @Test
  void linksOutOfTheBoundaryAreProblems() throws IOException {
    fixture
        .chart("apps/web", "web")
        .file("secret", "s")
        .link("apps/web/templates/secret", "../../../secret")
        .link("apps/web/all", "../..")
        .link("apps/web/gone", "nowhere")
        .file("apps/web/.helmignore", "*.lnk")
        .link("apps/web/b.lnk", "../../secret")
        .link("apps/web/c.lnk", "nowhere");

    Loaded loaded =
        new ChartLoader(ChartLimits.DEFAULT)
            .load(fixture.path("apps/web"), "apps/web", fixture.path("apps"));

    assertThat(paths(loaded.chart().orElseThrow()))
        .containsExactly(".helmignore", "Chart.yaml", "templates/web.yaml");
    assertThat(problems(loaded))
        .containsExactly(
            "not-readable apps/web/all: symbolic link 'apps/web/all' leads out of what is"
                + " analysed, and Helm would follow it",
            "not-readable apps/web/gone: 'apps/web/gone' could not be read:"
                + " symbolic link that leads nowhere",
            "not-readable apps/web/templates/secret: symbolic link 'apps/web/templates/secret'"
                + " leads out of what is analysed, and Helm would follow it");
  }

  @Test
  void linksInACircleEnd() throws IOException {
    fixture
        .chart("web", "web")
        .link("web/self", "self")
        .link("web/files/here", ".")
        .link("web/outer", "..");

    Loaded loaded = fixture.load("web");

    assertThat(problems(loaded))
        .hasSize(3)
        .contains(
            "not-readable web/files/here: symbolic links around 'web/files/here' lead in a circle",
            "not-readable web/outer/web: symbolic links around 'web/outer/web' lead in a circle")
        .last()
        .asString()
        .startsWith("not-readable web/self: 'web/self' could not be read: ");
  }

  @Test
  void aPipeIsAProblemAndNobodyWaitsForIt() throws Exception {
    fixture.chart("web", "web");
    Process mkfifo =
        new ProcessBuilder("mkfifo", fixture.path("web/templates/pipe").toString()).start();
    assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0);

    assertThat(problems(fixture.load("web")))
        .containsExactly(
            "not-readable web/templates/pipe: 'web/templates/pipe' is not a regular file");
    assertThat(problems(fixture.load("web/templates/pipe")))
        .singleElement()
        .asString()
        .endsWith("not a regular file");
  }
}
