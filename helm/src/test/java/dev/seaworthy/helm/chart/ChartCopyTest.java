package dev.seaworthy.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.helm.chart.ChartFixture.Archive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartCopyTest {

  private static final String DECLARATIONS =
      """
      dependencies:
        - {name: db, version: 1.x, alias: one}
        - {name: db, version: 1.x, alias: two}
        - {name: gone, version: 1.10}
      appVersion: 1.10 # "quoted"
      description: "é⛵🐳 \\"x\\" \\t"
      keywords: [a, 2, true, null]
      """;

  @TempDir Path temporary;
  @TempDir Path parent;
  private ChartFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = ChartFixture.in(temporary);
  }

  @Test
  void aCopyHoldsTheChartAndItsDependenciesAsFolders() throws IOException {
    fixture
        .chart(
            "web", "web", "dependencies:", "- {name: lib, version: 1.x, repository: file://../lib}")
        .chart("lib", "lib")
        .file("web/.helmignore", "*.md")
        .file("web/README.md", "")
        .file("web/bin", new byte[] {0, (byte) 0xFF})
        .file("web/charts/db-1.tgz", Archive.ofChart("db").tgz())
        .file("web/charts/db-1.tgz.prov", "p");

    try (ChartCopy copy = copy("web")) {
      copy.write(ChartVariant.PLAIN);

      assertThat(files(copy).keySet())
          .containsExactly(
              "Chart.yaml",
              "bin",
              "charts/db-1.tgz.prov",
              "charts/db/Chart.yaml",
              "charts/db/templates/db.yaml",
              "charts/lib/Chart.yaml",
              "charts/lib/templates/lib.yaml",
              "templates/web.yaml");
      assertThat(Files.readAllBytes(copy.folder().resolve("bin"))).containsExactly(0, -1);
      assertThat(Files.readAllBytes(copy.folder().resolve("Chart.yaml")))
          .isEqualTo(Files.readAllBytes(fixture.path("web/Chart.yaml")));
    }
  }

  @Test
  void aCopyIsPrivateAndGoneAtTheEnd() throws IOException {
    fixture.chart("web", "web");

    try (ChartCopy copy = copy("web")) {
      copy.write(ChartVariant.PLAIN);

      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        assertThat(Files.getPosixFilePermissions(copy.folder().getParent()))
            .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      }
    }

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void namesOfDependenciesDoNotDecideWhereTheyAreWritten() throws IOException {
    fixture
        .chart("web", "web")
        .file("web/charts/1/Chart.yaml", ChartFixture.chartYaml("'a\\..\\b'"))
        .file("web/charts/2/Chart.yaml", ChartFixture.chartYaml("_hidden"))
        .file("web/charts/3/Chart.yaml", ChartFixture.chartYaml("x.tgz"))
        .file("web/charts/4/Chart.yaml", ChartFixture.chartYaml("db"))
        .file("web/charts/5/Chart.yaml", ChartFixture.chartYaml("db"));

    try (ChartCopy copy = copy("web")) {
      copy.write(ChartVariant.PLAIN);

      assertThat(files(copy).keySet())
          .containsExactly(
              "Chart.yaml",
              "charts/chart.2/Chart.yaml",
              "charts/chart.3/Chart.yaml",
              "charts/chart/Chart.yaml",
              "charts/db.2/Chart.yaml",
              "charts/db/Chart.yaml",
              "templates/web.yaml");
    }
  }

  @Test
  void aVariantReplacesAddsAndLeavesOutFiles() throws IOException {
    fixture.chart("web", "web").chart("web/charts/db", "db").file("web/notes", "n");
    FileRewriter rewriter =
        (chart, file) -> {
          if (file.path().equals("notes")) {
            return List.of();
          }
          return file.path().startsWith("templates/")
              ? List.of(
                  new CopiedFile(file.path(), "wrapper of " + chart.name()),
                  new CopiedFile("templates/_moved/" + file.name(), file.content()))
              : List.of(CopiedFile.of(file));
        };

    try (ChartCopy copy = copy("web")) {
      copy.write(ChartVariant.PLAIN.rewriting(rewriter));

      assertThat(files(copy))
          .containsOnlyKeys(
              "Chart.yaml",
              "charts/db/Chart.yaml",
              "charts/db/templates/_moved/db.yaml",
              "charts/db/templates/db.yaml",
              "templates/_moved/web.yaml",
              "templates/web.yaml")
          .containsEntry("charts/db/templates/db.yaml", "wrapper of db")
          .containsEntry("templates/_moved/web.yaml", "kind: ConfigMap");
    }
  }

  @Test
  void oneCopyTakesTheFormOfSeveralVariantsAndWritesWhatDiffers() throws IOException {
    fixture.chart("web", "web").file("web/values.schema.json", "{}");
    FileTime old = FileTime.fromMillis(0);

    try (ChartCopy copy = copy("web")) {
      copy.write(ChartVariant.PLAIN);
      Map<String, String> plain = files(copy);
      for (String path : plain.keySet()) {
        Files.setLastModifiedTime(copy.folder().resolve(path), old);
      }
      copy.write(
          ChartVariant.PLAIN
              .rewriting((chart, file) -> List.of(new CopiedFile(file.path(), text(file))))
              .withoutSchemas());

      assertThat(files(copy))
          .containsOnlyKeys("Chart.yaml", "templates/web.yaml")
          .containsEntry("templates/web.yaml", "kind: Secret");
      assertThat(Files.getLastModifiedTime(copy.folder().resolve("Chart.yaml"))).isEqualTo(old);
      copy.write(ChartVariant.PLAIN);
      assertThat(files(copy)).isEqualTo(plain);
    }
  }

  @Test
  void dependenciesThatAreLeftOutAreNotDeclaredAnyMore() throws IOException {
    fixture.chart("web", "web", DECLARATIONS).chart("web/charts/db", "db");
    List<ChartDependency> declared = chart("web").metadata().dependencies();

    try (ChartCopy copy = copy("web")) {
      copy.write(ChartVariant.PLAIN.without(List.of(declared.get(0), declared.get(2))));

      assertThat(files(copy)).containsKey("charts/db/Chart.yaml");
      assertThat(files(copy).get("Chart.yaml"))
          .isEqualTo(
              """
              {"apiVersion": "v2", "name": "web", "version": "1.0.0", "dependencies": \
              [{"name": "db", "version": "1.x", "alias": "two"}], "appVersion": 1.10, \
              "description": "\\u00e9\\u26f5\\U0001f433 \\"x\\" \\u0009", "keywords": ["a", 2, true, null]}
              """);
      Chart again =
          new ChartLoader(ChartLimits.DEFAULT)
              .load(copy.folder(), "copy", copy.folder())
              .chart()
              .orElseThrow();
      assertThat(again.subcharts()).extracting(Chart.Subchart::name).containsExactly("two");
    }
  }

  @Test
  void aDependencyThatNobodyUsesAnyMoreIsNotWritten() throws IOException {
    fixture
        .file("web/Chart.yaml", "name: web\nversion: 1.0.0\n")
        .file("web/requirements.yaml", "dependencies:\n- {name: db, version: 1.x}\n")
        .chart("web/charts/db", "db")
        .chart("web/charts/other", "other");

    try (ChartCopy copy = copy("web")) {
      copy.write(ChartVariant.PLAIN.without(chart("web").metadata().dependencies()));

      assertThat(files(copy))
          .containsOnlyKeys(
              "Chart.yaml",
              "requirements.yaml",
              "charts/other/Chart.yaml",
              "charts/other/templates/other.yaml")
          .containsEntry("requirements.yaml", "{\"dependencies\": []}\n")
          .containsEntry("Chart.yaml", "name: web\nversion: 1.0.0\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "a/../../x", "a//b", "", ".", "a/./b"})
  void aVariantCannotWriteOutsideOfItsChart(String path) throws IOException {
    fixture.chart("web", "web");
    ChartVariant variant =
        ChartVariant.PLAIN.rewriting((chart, file) -> List.of(new CopiedFile(path, "x")));

    try (ChartCopy copy = copy("web")) {
      assertThatIllegalArgumentException().isThrownBy(() -> copy.write(variant));
    }
  }

  private static String text(ChartFile file) {
    return file.text().orElseThrow().text().replace("ConfigMap", "Secret");
  }

  private Chart chart(String name) {
    return fixture.load(name).chart().orElseThrow();
  }

  private ChartCopy copy(String name) throws IOException {
    return ChartCopy.of(chart(name), parent);
  }

  private static Map<String, String> files(ChartCopy copy) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(copy.folder())) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = copy.folder().relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
