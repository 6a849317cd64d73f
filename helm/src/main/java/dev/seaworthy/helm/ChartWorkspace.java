package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartCopy;
import dev.seaworthy.helm.chart.ChartDependency;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.chart.ChartVariant;
import dev.seaworthy.helm.chart.FileRewriter;
import dev.seaworthy.helm.render.RenderRequest;
import dev.seaworthy.helm.render.SetValue;
import dev.seaworthy.helm.template.Marker;
import dev.seaworthy.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Private copies of a chart for the engine, and of the values files of its scenarios. */
final class ChartWorkspace implements Workspace, AutoCloseable {

  /** Calls of a function that changes a map which others may read, and not a new one. */
  private static final Pattern CHANGING =
      Pattern.compile(
          "\\b(?:set|unset|(?:mustM|m)erge(?:Overwrite)?)\\s+"
              + "(?:[.$]|\\((?!\\s*(?:dict|deepCopy|mustDeepCopy)\\b))");

  private final Chart chart;
  private final Path folder;
  private final ChartPaths paths;
  private final List<ChartDependency> missing;
  private final Map<WrappedTemplates.Form, ChartCopy> copies =
      new EnumMap<>(WrappedTemplates.Form.class);
  private final Marker marker;
  private final boolean repeatable;
  private final boolean isBundled;
  private Optional<Marker> lenient = Optional.empty();
  private int valuesFiles;

  /**
   * @param parent the folder to make copies in
   * @param missing the dependencies that are declared and not here
   */
  ChartWorkspace(Chart chart, Path parent, List<ChartDependency> missing) throws IOException {
    this.chart = chart;
    this.folder = Files.createTempDirectory(parent, "seaworthy-values-");
    this.paths = new ChartPaths(chart);
    this.missing = List.copyOf(missing);
    List<SourceText> templates = templates(chart);
    this.marker = Marker.of(templates);
    this.isBundled = BundledTemplates.isPossible(templates);
    this.repeatable = templates.stream().noneMatch(text -> CHANGING.matcher(text.text()).find());
  }

  private static List<SourceText> templates(Chart any) {
    List<SourceText> texts = new ArrayList<>();
    any.templates().stream()
        .filter(file -> !TemplateWrapper.isNotes(file))
        .map(ChartFile::text)
        .flatMap(Optional::stream)
        .forEach(texts::add);
    any.dependencies().forEach(dependency -> texts.addAll(templates(dependency)));
    return texts;
  }

  @Override
  public Path original(Degradation degradation) throws IOException {
    return written(WrappedTemplates.Form.ORIGINAL, degradation);
  }

  @Override
  public Path plain(Degradation degradation) throws IOException {
    return written(WrappedTemplates.Form.PLAIN, degradation);
  }

  @Override
  public Path marked(Degradation degradation) throws IOException {
    return written(WrappedTemplates.Form.MARKED, degradation);
  }

  @Override
  public Path both(Degradation degradation) throws IOException {
    return written(WrappedTemplates.Form.BOTH, degradation);
  }

  @Override
  public boolean isRepeatable() {
    return repeatable;
  }

  private Path written(WrappedTemplates.Form form, Degradation degradation) throws IOException {
    boolean bundled = form == WrappedTemplates.Form.BOTH && isBundled;
    ChartCopy copy = copies.get(form);
    if (copy == null) {
      copy = ChartCopy.of(chart, folder);
      copies.put(form, copy);
    }
    FileRewriter templates =
        bundled
            ? new BundledTemplates(paths, marker)
            : new WrappedTemplates(form, degradation, paths, marker(degradation));
    ChartVariant variant = ChartVariant.PLAIN.rewriting(templates).without(missing);
    copy.write(degradation.schemas() ? variant.withoutSchemas() : variant);
    return copy.folder();
  }

  /** What marked the templates. */
  Marker marker(Degradation degradation) {
    if (!degradation.lenient()) {
      return marker;
    }
    Marker made = lenient.orElseGet(() -> Marker.lenient(templates(chart)));
    lenient = Optional.of(made);
    return made;
  }

  /** Asks for a scenario; the chart is still to be named. */
  RenderRequest request(Scenario scenario, HelmOptions options) throws IOException {
    List<Path> files = new ArrayList<>();
    for (SourceText text : scenario.values()) {
      Path file = folder.resolve("values-" + valuesFiles++ + ".yaml");
      files.add(Files.write(file, text.text().getBytes(StandardCharsets.UTF_8)));
    }
    List<SetValue> sets =
        scenario.sets().stream()
            .map(set -> set.asText() ? SetValue.string(set.text()) : SetValue.typed(set.text()))
            .toList();
    return new RenderRequest(
        folder,
        scenario.releaseName(),
        scenario.namespace(),
        options.kubernetesVersion().toString(),
        files,
        sets,
        options.apiVersions());
  }

  @Override
  public void close() throws IOException {
    for (ChartCopy copy : copies.values()) {
      copy.close();
    }
    for (int i = 0; i < valuesFiles; i++) {
      Files.deleteIfExists(folder.resolve("values-" + i + ".yaml"));
    }
    Files.delete(folder);
  }
}
