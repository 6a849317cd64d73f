package dev.seaworthy.helm;

import dev.seaworthy.helm.render.EngineLimits;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.NativeLibrary;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.FileDiscovery;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.RenderedText;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** A folder with charts in it, and the words to say what becomes of them. */
record ChartRepository(Path base) {

  static ChartRepository in(Path temporary) throws IOException {
    return new ChartRepository(temporary.toRealPath());
  }

  /** The engine that the build has for this platform. */
  static HelmEngine engine() {
    return HelmEngine.isolated(
        NativeLibrary.cached(Path.of("target", "helm-engine")), EngineLimits.DEFAULT);
  }

  /** Writes a chart without templates. */
  ChartRepository chart(String folder, String name, String... more) throws IOException {
    return file(folder + "/Chart.yaml", chartYaml(name, more));
  }

  private static String chartYaml(String name, String... more) {
    return "apiVersion: v2\nname: " + name + "\nversion: 1.0.0\n" + String.join("\n", more) + "\n";
  }

  ChartRepository file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  ChartRepository file(String name, byte[] content) throws IOException {
    Files.createDirectories(base.resolve(name).getParent());
    Files.write(base.resolve(name), content);
    return this;
  }

  /** Packages a chart: pairs of paths and texts. */
  ChartRepository archive(String name, String chart, String... files) throws IOException {
    Path target = base.resolve(name);
    Files.createDirectories(target.getParent());
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(Files.newOutputStream(target)))) {
      member(tar, chart + "/Chart.yaml", chartYaml(chart));
      for (int i = 0; i < files.length; i += 2) {
        member(tar, chart + "/" + files[i], files[i + 1]);
      }
    }
    return this;
  }

  private static void member(TarArchiveOutputStream tar, String path, String text)
      throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(path);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  Discovery render(HelmEngine engine, String... names) {
    return render(engine, builder -> builder, names);
  }

  Discovery render(
      HelmEngine engine, UnaryOperator<FileDiscovery.Builder> settings, String... names) {
    HelmOptions options =
        new HelmOptions(KubernetesVersion.LATEST, List.of(), false, base.resolveSibling("copies"));
    try {
      Files.createDirectories(options.temporaryFolder());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    FileDiscovery.Builder builder =
        FileDiscovery.builder(base)
            .honourGitignore(false)
            .charts(new HelmCharts(engine, ChartScenarios.DEFAULT, options));
    List<Path> paths = new ArrayList<>();
    for (String name : names) {
      paths.add(Path.of(name));
    }
    return settings.apply(builder).build().discover(paths);
  }

  /** The files that something was rendered of, in order. */
  static List<String> rendered(Discovery discovery) {
    return discovery.renderings().stream()
        .flatMap(rendering -> rendering.texts().stream())
        .map(RenderedText::text)
        .map(text -> text.name())
        .sorted()
        .toList();
  }

  static List<String> sources(Discovery discovery) {
    return discovery.sources().stream().map(Source::name).toList();
  }

  /** Each entry as {@code state file: reason}, those of the renderings too. */
  static List<String> entries(Discovery discovery) {
    List<String> entries = new ArrayList<>();
    discovery
        .accounted()
        .forEach(entry -> entries.add(entry.state() + " " + entry.file() + ": " + entry.reason()));
    discovery
        .renderings()
        .forEach(
            rendering ->
                rendering
                    .failed()
                    .forEach((file, reason) -> entries.add("failed " + file + ": " + reason)));
    return entries;
  }

  /** Each problem as {@code file:line: message}. */
  static List<String> problems(Discovery discovery) {
    return discovery.problems().stream().map(ChartRepository::shown).toList();
  }

  private static String shown(Problem problem) {
    String line = problem.span().map(span -> ":" + span.start().line()).orElse("");
    return problem.file().orElse("") + line + ": " + problem.message();
  }
}
