package dev.seaworthy.helm.chart;

import static dev.seaworthy.helm.chart.ChartFixture.paths;
import static dev.seaworthy.helm.chart.ChartFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.helm.chart.ChartFixture.Archive;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagedChartTest {

  private static final String LEFT_OUT =
      "Find out who made the archive and why: Helm refuses it, and here this was left out.";

  @TempDir Path temporary;
  private ChartFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = ChartFixture.in(temporary);
  }

  @Test
  void readsAPackagedChart() throws IOException {
    Loaded loaded =
        load(
            Archive.ofChart("web")
                .file("web/.helmignore", "*.txt")
                .file("web/a.txt", "\uFEFFa")
                .file("web/templates/sub/.b.yaml", "")
                .file("web/charts/db/Chart.yaml", ChartFixture.chartYaml("db"))
                .file("web/charts/cache.tgz", Archive.ofChart("cache").tgz()));

    assertThat(loaded.problems()).isEmpty();
    Chart web = loaded.chart().orElseThrow();
    assertThat(web.label()).isEqualTo("dist/web.tgz");
    assertThat(web.files())
        .extracting(ChartFile::label)
        .containsExactly(
            "dist/web.tgz/web/.helmignore",
            "dist/web.tgz/web/Chart.yaml",
            "dist/web.tgz/web/a.txt",
            "dist/web.tgz/web/templates/sub/.b.yaml",
            "dist/web.tgz/web/templates/web.yaml");
    assertThat(web.file("a.txt").orElseThrow().content()).hasSize(1);
    assertThat(web.dependencies())
        .extracting(Chart::label)
        .containsExactly("dist/web.tgz/web/charts/cache.tgz", "dist/web.tgz/web/charts/db");
    assertThat(web.dependencies().get(0).templates())
        .extracting(ChartFile::label)
        .containsExactly("dist/web.tgz/web/charts/cache.tgz/cache/templates/cache.yaml");
  }

  @Test
  void pathsOfWindowsAreRead() throws IOException {
    Loaded loaded = load(Archive.ofChart("web").file("web\\templates\\a.yaml", ""));

    assertThat(paths(loaded.chart().orElseThrow())).contains("templates/a.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "web/../../x, whose path leads out of the chart",
    "../web/x, whose path leads out of the chart",
    "web/..x, whose path leads out of the chart",
    "web\\..\\..\\x, whose path leads out of the chart",
    "/web/x, whose path is absolute",
    "web//x, whose path is absolute",
    "web/c:/x, whose path is absolute",
    "README.md, which lies in no folder",
    "web/a/.., whose path is that of a folder",
    "web/Chart.yaml/x, which would be a folder and a file at once",
    "web/templates, which would be a folder and a file at once"
  })
  void aMemberThatDoesNotBelongIsLeftOut(String member, String reason) throws IOException {
    Loaded loaded = load(Archive.ofChart("web").file(member, "x"));

    assertThat(paths(loaded.chart().orElseThrow()))
        .containsExactly("Chart.yaml", "templates/web.yaml");
    assertThat(problems(loaded))
        .containsExactly(
            "helm-render dist/web.tgz: 'dist/web.tgz' holds '" + member + "', " + reason);
    assertThat(loaded.problems().get(0).hint()).isEqualTo(LEFT_OUT);
  }

  @Test
  void aNameThatNoFileCanHaveIsShownInShort() throws IOException {
    Loaded loaded =
        load(
            Archive.ofChart("web")
                .file("web/a\nb", "")
                .file("web/" + "x".repeat(300), "")
                .file("web/" + "y/".repeat(3000) + "z", ""));

    assertThat(problems(loaded))
        .containsExactly(
            "helm-render dist/web.tgz: 'dist/web.tgz' holds 'web/a?b', whose name no file can have"
                + " (and 2 more)");
  }

  @Test
  void linksAndDevicesAreLeftOut() throws IOException {
    Loaded loaded =
        load(
            Archive.ofChart("web")
                .special("web/templates/link", TarConstants.LF_SYMLINK, "/etc/passwd")
                .special("web/templates/hard", TarConstants.LF_LINK, "web/Chart.yaml")
                .special("web/pipe", TarConstants.LF_FIFO, "")
                .special("web/device", TarConstants.LF_CHR, ""));

    assertThat(paths(loaded.chart().orElseThrow()))
        .containsExactly("Chart.yaml", "templates/web.yaml");
    assertThat(problems(loaded))
        .containsExactly(
            "helm-render dist/web.tgz: 'dist/web.tgz' holds 'web/templates/link',"
                + " which is a link or no regular file (and 3 more)");
  }

  @Test
  void ofAMemberThatComesTwiceTheLastCounts() throws IOException {
    Loaded loaded = load(Archive.ofChart("web").file("web/./Chart.yaml", "name: other"));

    assertThat(loaded.chart().orElseThrow().name()).isEqualTo("other");
    assertThat(problems(loaded))
        .containsExactly(
            "helm-render dist/web.tgz: 'dist/web.tgz' holds 'web/./Chart.yaml',"
                + " which is in it more than once");
  }

  @Test
  void aHiddenTemplateIsAProblemAsItCannotBeRenderedFromAFolder() throws IOException {
    Loaded loaded = load(Archive.ofChart("web").file("web/templates/.a.yaml", ""));

    assertThat(problems(loaded))
        .containsExactly(
            "helm-render dist/web.tgz/web/templates/.a.yaml: hidden template"
                + " 'dist/web.tgz/web/templates/.a.yaml' cannot be rendered");
  }

  @Test
  void whatIsNoChartSaysSo() throws IOException {
    Loaded other = load(new Archive().file("src/a.txt", "a").tgz());
    Loaded text = load("text".getBytes(StandardCharsets.UTF_8));
    Loaded empty = load(new byte[0]);

    assertThat(List.of(other, text, empty)).noneMatch(Loaded::isChart);
    assertThat(problems(other))
        .containsExactly(
            "helm-render dist/web.tgz: 'dist/web.tgz' has no Chart.yaml, so it is no Helm chart");
    assertThat(problems(text))
        .isEqualTo(problems(empty))
        .containsExactly("not-readable dist/web.tgz: 'dist/web.tgz' is no gzip archive");
  }

  @Test
  void anArchiveThatBreaksOffIsAProblem() throws IOException {
    byte[] noise = new byte[50_000];
    new Random(1).nextBytes(noise);
    byte[] tgz = Archive.ofChart("web").file("web/noise", noise).tgz();

    for (int length : new int[] {3, 12, 20_000, tgz.length - 2_000}) {
      Loaded loaded = load(Arrays.copyOf(tgz, length));

      assertThat(loaded.chart()).as("%d bytes", length).isEmpty();
      assertThat(loaded.isChart()).as("%d bytes", length).isEqualTo(length > 1_000);
      assertThat(problems(loaded)).as("%d bytes", length).hasSize(1);
      assertThat(problems(loaded).get(0)).startsWith("not-readable dist/web.tgz: 'dist/web.tgz' ");
    }
  }

  @Test
  void noDamageMakesTheLoaderThrow() throws IOException {
    byte[] tar = Archive.ofChart("web").file("web/" + "long/".repeat(40) + "x", "x").tar();
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      byte[] damaged = tar.clone();
      for (int hit = 0; hit < 3; hit++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }

      Loaded loaded = load(Archive.gzip(damaged));

      assertThat(loaded.chart().isPresent() || !loaded.problems().isEmpty()).isTrue();
    }
  }

  @Test
  void aBombOfZerosIsTooLarge() throws IOException {
    Path file = fixture.path("dist/web.tgz");
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      byte[] zeros = new byte[1 << 20];
      out.write(Archive.ofChart("web").file("web/zeros", new byte[6 << 20]).tar(), 0, 7 << 20 >> 1);
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }

    Loaded loaded = fixture.load("dist/web.tgz");

    assertThat(problems(loaded))
        .contains(
            "too-large dist/web.tgz/web/zeros: 'dist/web.tgz/web/zeros' is larger than the 5 MiB"
                + " that Helm reads");
  }

  @Test
  void manyLargeMembersAreTooLarge() throws IOException {
    Archive archive = Archive.ofChart("web");
    for (int i = 0; i < 30; i++) {
      archive.file("web/" + i, new byte[1_000]);
    }

    Loaded loaded = load(archive.tgz(), new ChartLimits(1_000, 20_000, 100, 4));

    assertThat(loaded.chart()).isEmpty();
    assertThat(problems(loaded))
        .containsExactly(
            "too-large dist/web.tgz: chart 'dist/web.tgz' is larger than the 20000 bytes that Helm"
                + " reads");
  }

  @Test
  void whatIsLeftOutCountsToo() throws IOException {
    Archive archive = Archive.ofChart("web");
    for (int i = 0; i < 30; i++) {
      archive.file("/" + i, new byte[1_000]);
    }

    Loaded loaded = load(archive.tgz(), new ChartLimits(1_000, 20_000, 100, 4));

    assertThat(problems(loaded)).hasSize(2).first().asString().startsWith("too-large dist/web.tgz");
  }

  @Test
  void manyMembersAreTooMany() throws IOException {
    Archive archive = Archive.ofChart("web");
    for (int i = 0; i < 30; i++) {
      archive.file("web/" + i, "");
    }

    Loaded loaded = load(archive.tgz(), new ChartLimits(1_000, 20_000, 20, 4));

    assertThat(loaded.chart()).isEmpty();
    assertThat(loaded.isChart()).isTrue();
    assertThat(problems(loaded))
        .containsExactly(
            "too-large dist/web.tgz: chart 'dist/web.tgz' holds more than 20 files and folders");
  }

  @Test
  void aHeaderThatDoesNotEndIsTooLarge() throws IOException {
    byte[] name = "x/".repeat(2 << 20).getBytes(StandardCharsets.US_ASCII);
    byte[] tar =
        Archive.ofChart("web")
            .entry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, name)
            .file("web/z", "")
            .tar();

    assertThat(problems(load(Archive.gzip(tar))))
        .containsExactly(
            "too-large dist/web.tgz: chart 'dist/web.tgz' is larger than the 100 MiB that Helm"
                + " reads");
  }

  @Test
  void manyLongHeadersAreTooLarge() throws IOException {
    byte[] name = "x".repeat(900_000).getBytes(StandardCharsets.US_ASCII);
    Archive archive = Archive.ofChart("web");
    for (int i = 0; i < 5; i++) {
      archive.entry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, name).file("web/" + i, "");
    }

    Loaded loaded = load(archive.tgz(), new ChartLimits(1_000, 20_000, 100, 4));

    assertThat(problems(loaded)).first().asString().startsWith("too-large dist/web.tgz: chart");
  }

  private Loaded load(Archive archive) throws IOException {
    return load(archive.tgz());
  }

  private Loaded load(byte[] tgz) throws IOException {
    return load(tgz, ChartLimits.DEFAULT);
  }

  private Loaded load(byte[] tgz, ChartLimits limits) throws IOException {
    return fixture.file("dist/web.tgz", tgz).load("dist/web.tgz", limits);
  }
}
