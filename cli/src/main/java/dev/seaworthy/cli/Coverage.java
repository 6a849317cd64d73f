package dev.seaworthy.cli;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import dev.seaworthy.yaml.YamlStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What other tools look for, and which rules report it: {@code docs/coverage.yaml}, whose first
 * lines say what its keys mean.
 */
public record Coverage(List<Area> areas, List<Decision> decisions) {

  /** The tools and policy sets whose names are listed, in the order of the tables. */
  public static final List<String> TOOLS =
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

  private static final String FILE = "coverage.yaml";

  /** Facts of one kind. */
  public record Area(String title, List<Fact> facts) {}

  /**
   * Something that tools look for.
   *
   * @param reason why no rule reports it; empty if one does
   * @param others the names of its checks, by tool
   */
  public record Fact(
      String title,
      List<String> rules,
      Optional<String> reason,
      List<String> parameters,
      Optional<String> note,
      Map<String, List<String>> others) {

    /** The tools with a check of this name, in upper or lower case. */
    List<String> toolsWith(String name) {
      return others.entrySet().stream()
          .filter(tool -> tool.getValue().stream().anyMatch(name::equalsIgnoreCase))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /** What Seaworthy does where tools disagree; the first has the number 1. */
  public record Decision(int number, String title, String text, List<String> rules) {}

  /** All facts, area by area. */
  public List<Fact> facts() {
    return areas.stream().flatMap(area -> area.facts().stream()).toList();
  }

  /** What a tool's check looks for, as far as no rule reports it. */
  List<Fact> withoutRule(String check) {
    return facts().stream()
        .filter(fact -> fact.rules().isEmpty() && !fact.toolsWith(check).isEmpty())
        .toList();
  }

  /**
   * Reads the data, which comes with the program.
   *
   * @throws IllegalStateException if it is not of the form that its first lines describe
   */
  public static Coverage read() {
    YamlStream stream = YamlReader.read(new SourceText(FILE, text()));
    if (!stream.problems().isEmpty()) {
      throw new IllegalStateException(stream.problems().toString());
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
        throw new IllegalStateException("unknown key '" + entry.name() + "' in " + FILE);
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
    try (InputStream in = Coverage.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the resource '" + FILE + "' is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource '" + FILE + "' cannot be read", e);
    }
  }
}
