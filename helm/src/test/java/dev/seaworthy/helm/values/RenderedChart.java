package dev.seaworthy.helm.values;

import dev.seaworthy.helm.render.EngineLimits;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.NativeLibrary;
import dev.seaworthy.helm.render.RenderRequest;
import dev.seaworthy.helm.render.RenderResult;
import dev.seaworthy.helm.template.MarkedOutput;
import dev.seaworthy.helm.template.Marker;
import dev.seaworthy.source.FieldTrace;
import dev.seaworthy.source.FieldTrace.Step;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A chart of one template and its helpers, rendered by the real engine with marks. */
final class RenderedChart {

  /** Started once, for all tests. */
  private static final HelmEngine ENGINE =
      HelmEngine.isolated(
          NativeLibrary.cached(Path.of("target", "native-library")), EngineLimits.DEFAULT);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ENGINE::close));
  }

  private static final String TEMPLATE = "templates/app.yaml";
  private static final String STRING = "# string: ";

  private final ParsedTemplates templates;
  private final ValueLayers values;
  private final MarkedOutput output;

  private RenderedChart(ParsedTemplates templates, ValueLayers values, MarkedOutput output) {
    this.templates = templates;
    this.values = values;
    this.output = output;
  }

  /** A chart with {@code values.yaml}, {@code templates/app.yaml} and {@code templates/_h.tpl}. */
  static RenderedChart of(Path folder, String values, String template, String helpers)
      throws IOException, SetSyntaxException {
    return of(folder, values, template, helpers, "");
  }

  static RenderedChart of(Path folder, String values, String template, String helpers, String set)
      throws IOException, SetSyntaxException {
    Map<String, String> files = new TreeMap<>();
    files.put("templates/_h.tpl", helpers);
    files.put("templates/_app", template);
    List<SourceText> sources =
        List.of(new SourceText(TEMPLATE, template), new SourceText("templates/_h.tpl", helpers));
    Marker marker = Marker.of(sources);
    files.put("templates/_m.app", marker.marked(TEMPLATE).orElseThrow());
    files.put("templates/_m.h", marker.marked("templates/_h.tpl").orElseThrow());
    files.put(
        TEMPLATE,
        "kind: Rendered\n" + STRING + "{{ include \"chart/templates/_m.app\" . | toJson }}\n");
    files.put("Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
    files.put("values.yaml", values);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    List<SetValue> sets = set.isEmpty() ? List.of() : SetParser.parse(SetArgument.set(set));
    ValueLayers layers =
        ValueLayers.of(
            Optional.of(ValuesFile.read(new SourceText("values.yaml", values))),
            List.of(),
            sets,
            List.of());
    return new RenderedChart(ParsedTemplates.of(sources), layers, marker.read(render(folder, set)));
  }

  private static String render(Path folder, String set) {
    List<dev.seaworthy.helm.render.SetValue> sets =
        set.isEmpty() ? List.of() : List.of(dev.seaworthy.helm.render.SetValue.typed(set));
    RenderResult result =
        ENGINE.render(RenderRequest.of(folder, "1.34").withValues(List.of(), sets));
    if (!(result instanceof RenderResult.Rendered rendered)) {
      throw new AssertionError("not rendered: " + result);
    }
    String json =
        rendered
            .output()
            .lines()
            .filter(line -> line.startsWith(STRING))
            .findFirst()
            .orElseThrow()
            .substring(STRING.length());
    YamlNode node = YamlReader.read(new SourceText("json", json)).documents().get(0).root();
    return ((YamlScalar) node).text();
  }

  /** The values that decide a field, as {@code file:line message}; the last document is meant. */
  List<String> trace(String path) {
    return new ValueTracer(templates, values)
        .trace(output, field(path)).stream()
            .map(
                place ->
                    place.location().file()
                        + ":"
                        + place.location().span().start().line()
                        + " "
                        + place.message())
            .toList();
  }

  private FieldTrace field(String path) {
    List<YamlDocument> documents =
        YamlReader.read(new SourceText("out", output.text())).documents();
    YamlNode node = documents.get(documents.size() - 1).root();
    List<Step> steps = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : path.split("\\.")) {
      if (!missing.isEmpty()) {
        missing.add(name);
      } else if (node instanceof YamlSequence sequence) {
        node = sequence.items().get(Integer.parseInt(name));
        steps.add(new Step(name, node.start(), node.start(), node.end()));
      } else {
        Optional<YamlEntry> entry =
            node instanceof YamlMapping mapping ? mapping.entry(name) : Optional.empty();
        if (entry.isEmpty()) {
          missing.add(name);
        } else {
          node = entry.get().value();
          steps.add(new Step(name, entry.get().key().start(), node.start(), node.end()));
        }
      }
    }
    return new FieldTrace(steps, missing);
  }

  @Override
  public String toString() {
    return output.text();
  }
}
