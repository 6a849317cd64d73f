package dev.seaworthy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmSourceTest {

  private static HelmEngine engine;

  @TempDir Path temporary;
  private ChartRepository repository;
  private HelmSource source;

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
  void createChart() throws IOException {
    repository =
        ChartRepository.in(temporary)
            .chart("web", "web")
            .file("web/values.yaml", "a: 1\n")
            .file("web/ci/b-values.yaml", "a: 2\n")
            .file("web/templates/a.yaml", "{{ .Values.a }} {{ kindOf .Values.a }}\n");
    source = HelmSource.of(repository.base().resolve("web"));
  }

  @Test
  void aChartIsRenderedForTheScenariosThatItBringsAlong() {
    assertThat(rendered(source))
        .containsExactly("[default] 1 float64\n", "[ci/b-values.yaml] 2 float64\n");
  }

  @Test
  void valuesTakeThePlaceOfScenariosAndTheLastOneWins() throws IOException {
    repository.file("one.yaml", "a: 3\n");

    assertThat(rendered(source.withValues(repository.base().resolve("one.yaml"))))
        .containsExactly("[values] 3 float64\n");
    assertThat(
            rendered(
                source
                    .withValues(new SourceText("x", "a: 4"))
                    .withValues(new SourceText("y", "a: 5"))))
        .containsExactly("[values] 5 float64\n");
    assertThat(rendered(source.withSet("a=6"))).containsExactly("[values] 6 int64\n");
    assertThat(rendered(source.withSetString("a=6"))).containsExactly("[values] 6 string\n");
  }

  @Test
  void chartsAreToldOfReleaseAndVersion() throws IOException {
    repository.file(
        "web/templates/a.yaml",
        "{{ .Release.Name }} {{ .Release.Namespace }} {{ .Capabilities.KubeVersion.Minor }}\n");

    assertThat(
            rendered(
                source
                    .withRelease("prod", "shop")
                    .withKubernetesVersion(KubernetesVersion.parse("1.30"))))
        .containsExactly("[default, ci/b-values.yaml] prod shop 30\n");
  }

  @Test
  void aPackagedChartIsRenderedToo() throws IOException {
    repository.archive("db.tgz", "db", "templates/a.yaml", "a: 1\n");

    assertThat(rendered(HelmSource.of(repository.base().resolve("db.tgz"))))
        .containsExactly("[default] a: 1\n");
  }

  @Test
  void assignmentsThatAreNotWrittenAsHelmWantsItAreRefusedAtOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> source.withSet("a[0"));
  }

  @Test
  void valuesThatCannotBeReadAreAnError() throws IOException {
    repository.file("binary", new byte[] {0, 1, (byte) 0xFF});

    assertThatIOException()
        .isThrownBy(() -> source.withValues(repository.base().resolve("gone.yaml")));
    assertThatIOException()
        .isThrownBy(() -> source.withValues(repository.base().resolve("binary")))
        .withMessageEndingWith("is no text");
  }

  @Test
  void aSourceIsNotChangedByMakingAnotherOfIt() {
    source.withSet("a=6");

    assertThat(rendered(source)).hasSize(2);
  }

  private static List<String> rendered(HelmSource source) {
    Discovery discovery = source.render(engine);
    assertThat(discovery.problems()).isEmpty();
    return discovery.renderings().get(0).texts().stream()
        .map(text -> text.scenarios() + " " + text.text().text())
        .toList();
  }
}
