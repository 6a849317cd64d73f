package dev.seaworthy.helm.chart;

import dev.seaworthy.source.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** A folder with charts in it, and the words to say what a loader makes of them. */
record ChartFixture(Path base) {

  static ChartFixture in(Path temporary) throws IOException {
    return new ChartFixture(temporary.toRealPath());
  }

  /** Writes a chart with one template. */
  ChartFixture chart(String folder, String name, String... more) throws IOException {
    file(folder + "/Chart.yaml", chartYaml(name, more));
    return file(folder + "/templates/" + name + ".yaml", "kind: ConfigMap");
  }

  static String chartYaml(String name, String... more) {
    return "apiVersion: v2\nname: " + name + "\nversion: 1.0.0\n" + String.join("\n", more) + "\n";
  }

  ChartFixture file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  ChartFixture file(String name, byte[] content) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.write(path(name), content);
    return this;
  }

  ChartFixture link(String name, String target) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.createSymbolicLink(path(name), Path.of(target));
    return this;
  }

  Path path(String name) {
    return base.resolve(name);
  }

  Loaded load(String name) {
    return load(name, ChartLimits.DEFAULT);
  }

  Loaded load(String name, ChartLimits limits) {
    return new ChartLoader(limits).load(path(name), name, base);
  }

  /** Each problem as {@code kind file: message}. */
  static List<String> problems(Loaded loaded) {
    return loaded.problems().stream()
        .map(problem -> problem.kind() + " " + place(problem) + ": " + problem.message())
        .toList();
  }

  private static String place(Problem problem) {
    return problem.file().orElse("")
        + problem.span().map(span -> ":" + span.start().line()).orElse("");
  }

  /** Each entry as {@code file: reason}. */
  static List<String> entries(Loaded loaded) {
    return loaded.entries().stream().map(entry -> entry.file() + ": " + entry.reason()).toList();
  }

  /** Each missing dependency as {@code chart > name: reason}. */
  static List<String> missing(Loaded loaded) {
    return loaded.missing().stream()
        .map(item -> item.chart() + " > " + item.dependency().name() + ": " + item.reason())
        .toList();
  }

  static List<String> paths(Chart chart) {
    return chart.files().stream().map(ChartFile::path).toList();
  }

  /** An archive in the making. */
  static final class Archive {

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();
    private final TarArchiveOutputStream out = new TarArchiveOutputStream(tar);

    Archive() {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static Archive ofChart(String name, String... more) throws IOException {
      return new Archive()
          .file(name + "/Chart.yaml", chartYaml(name, more))
          .file(name + "/templates/" + name + ".yaml", "kind: ConfigMap");
    }

    Archive file(String name, String text) throws IOException {
      return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Archive file(String name, byte[] content) throws IOException {
      return entry(name, TarConstants.LF_NORMAL, content);
    }

    Archive entry(String name, byte type, byte[] content) throws IOException {
      TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
      entry.setSize(content.length);
      out.putArchiveEntry(entry);
      out.write(content);
      out.closeArchiveEntry();
      return this;
    }

    Archive special(String name, byte type, String target) throws IOException {
      TarArchiveEntry entry = new TarArchiveEntry(name, type);
      entry.setLinkName(target);
      out.putArchiveEntry(entry);
      out.closeArchiveEntry();
      return this;
    }

    byte[] tar() throws IOException {
      out.close();
      return tar.toByteArray();
    }

    byte[] tgz() throws IOException {
      return gzip(tar());
    }

    static byte[] gzip(byte[] content) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(packed)) {
        gzip.write(content);
      }
      return packed.toByteArray();
    }
  }
}
