package dev.seaworthy.cli.rules;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import dev.seaworthy.yaml.YamlStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code docs/coverage.yaml} holds; its first lines say what the keys mean. */
record Coverage(List<Area> areas, List<Decision> decisions) {

  /** The tools and policy sets whose names are listed, in the order of the tables. */
  static final List<String> TOOLS =
      List.of(
          "kube-linter",
          "Polaris",
          "kubesec",
          "kube-score",
          "Trivy",
          "Kubescape",
          "Checkov",
          "Gatekeeper",
          "Kyverno");

  private static final Path FILE = GeneratedPage.DOCS.resolve("coverage.yaml");

  /** Facts of one kind. */
  record Area(String title, List<Fact> facts) {}

  /** Something that tools look for. */
  record Fact(
      String title,
      List<String> rules,
      Optional<String> reason,
      List<String> parameters,
      Optional<String> note,
      Map<String, List<String>> others) {}

  /** What Seaworthy does where tools disagree. */
  record Decision(int number, String title, String text, List<String> rules) {

    /** The name of the test method that shows it. */
    String testName() {
      StringBuilder name = new StringBuilder(String.format("t%02d", number));
      for (String word : title.split("[^A-Za-z0-9]+")) {
        String rest = word.substring(1);
        name.append(Character.toUpperCase(word.charAt(0)))
            .append(
                rest.equals(rest.toUpperCase(Locale.ROOT)) ? rest.toLowerCase(Locale.ROOT) : rest);
      }
      return name.toString();
    }
  }

  List<Fact> facts() {
    return areas.stream().flatMap(area -> area.facts().stream()).toList();
  }

  static Coverage read() {
    YamlStream stream = YamlReader.read(new SourceText("coverage.yaml", text()));
    if (!stream.problems().isEmpty()) {
      throw new AssertionError(stream.problems());
    }
    YamlMapping root = mapping(stream.documents().get(0).root(), Set.of("areas", "decisions"));
    List<Area> areas = items(root, "areas").stream().map(Coverage::area).toList();
    List<Decision> decisions = new ArrayList<>();
    for (YamlNode node : items(root, "decisions")) {
      decisions.add(decision(node, decisions.size() + 1));
    }
    return new Coverage(areas, List.copyOf(decisions));
  }

  private static Area area(YamlNode node) {
    YamlMapping area = mapping(node, Set.of("area", "facts"));
    return new Area(
        text(area, "area").orElseThrow(),
        items(area, "facts").stream().map(Coverage::fact).toList());
  }

  private static Fact fact(YamlNode node) {
    YamlMapping fact =
        mapping(node, Set.of("fact", "rules", "reason", "parameters", "note", "others"));
    Map<String, List<String>> others = new LinkedHashMap<>();
    fact.get("others")
        .ifPresent(
            tools ->
                mapping(tools, Set.copyOf(TOOLS))
                    .entries()
                    .forEach(tool -> others.put(tool.name(), texts(tool.value()))));
    return new Fact(
        text(fact, "fact").orElseThrow(),
        texts(fact, "rules"),
        text(fact, "reason"),
        texts(fact, "parameters"),
        text(fact, "note"),
        others);
  }

  private static Decision decision(YamlNode node, int number) {
    YamlMapping decision = mapping(node, Set.of("decision", "text", "rules"));
    return new Decision(
        number,
        text(decision, "decision").orElseThrow(),
        text(decision, "text").orElseThrow(),
        texts(decision, "rules"));
  }

  private static YamlMapping mapping(YamlNode node, Set<String> keys) {
    YamlMapping mapping = (YamlMapping) node.resolved();
    for (YamlEntry entry : mapping.entries()) {
      if (!keys.contains(entry.name())) {
        throw new AssertionError("unknown key '" + entry.name() + "' in " + FILE);
      }
    }
    return mapping;
  }

  private static List<YamlNode> items(YamlMapping mapping, String key) {
    return ((YamlSequence) mapping.get(key).orElseThrow()).items();
  }

  private static Optional<String> text(YamlMapping mapping, String key) {
    return mapping.get(key).map(value -> ((YamlScalar) value).text());
  }

  private static List<String> texts(YamlMapping mapping, String key) {
    return mapping.get(key).map(Coverage::texts).orElse(List.of());
  }

  private static List<String> texts(YamlNode node) {
    return ((YamlSequence) node).items().stream().map(item -> ((YamlScalar) item).text()).toList();
  }

  private static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
