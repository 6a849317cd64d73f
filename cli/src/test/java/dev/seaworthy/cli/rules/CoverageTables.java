package dev.seaworthy.cli.rules;

import dev.seaworthy.cli.Coverage;
import dev.seaworthy.cli.Coverage.Area;
import dev.seaworthy.cli.Coverage.Decision;
import dev.seaworthy.cli.Coverage.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of {@code docs/coverage.md}. */
final class CoverageTables {

  /** Numbers within names by their value: {@code CKV_K8S_2} before {@code CKV_K8S_16}. */
  private static final Comparator<String> BY_NAME =
      Comparator.comparing(
          name -> name.replaceAll("(\\d+)", "000000$1").replaceAll("0*(\\d{6})", "$1"));

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z]+(?:-[a-z]+)+");

  private final Coverage coverage;
  private final Set<String> known;

  CoverageTables(Coverage coverage) {
    this.coverage = coverage;
    this.known =
        coverage.facts().stream()
            .flatMap(fact -> fact.rules().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The facts with what reports them, area by area. */
  String facts() {
    StringBuilder text = new StringBuilder();
    for (Area area : coverage.areas()) {
      text.append("\n### ").append(area.title()).append("\n\n");
      text.append("| fact | rules | elsewhere |\n|---|---|---|\n");
      for (Fact fact : area.facts()) {
        text.append(row(fact.title(), rulesOrReason(fact), elsewhere(fact)));
      }
    }
    return text.append('\n').toString();
  }

  /** For each tool what its names lead to. */
  String tools() {
    StringBuilder text = new StringBuilder();
    for (String tool : Coverage.TOOLS) {
      Map<String, List<Fact>> byName = new TreeMap<>(BY_NAME);
      for (Fact fact : coverage.facts()) {
        for (String name : fact.others().getOrDefault(tool, List.of())) {
          byName.computeIfAbsent(name, key -> new ArrayList<>()).add(fact);
        }
      }
      text.append("\n### ").append(tool).append("\n\n");
      text.append("| there | here |\n|---|---|\n");
      byName.forEach((name, facts) -> text.append(row(code(name), here(facts))));
    }
    return text.append('\n').toString();
  }

  /** What is done where tools disagree. */
  String decisions() {
    StringBuilder text =
        new StringBuilder("\n| question | what Seaworthy does | rules |\n|---|---|---|\n");
    for (Decision decision : coverage.decisions()) {
      text.append(row(decision.title(), linked(decision.text()), links(decision.rules())));
    }
    return text.append('\n').toString();
  }

  private String rulesOrReason(Fact fact) {
    return fact.rules().isEmpty()
        ? none(fact)
        : rules(fact.rules(), fact.parameters())
            + fact.note().map(note -> "; " + linked(note)).orElse("");
  }

  private static String elsewhere(Fact fact) {
    return Coverage.TOOLS.stream()
        .filter(fact.others()::containsKey)
        .map(tool -> tool + " " + codes(fact.others().get(tool)))
        .collect(Collectors.joining("; "));
  }

  /** The rules of all facts that a name stands for; the reasons only if there are no rules. */
  private String here(List<Fact> facts) {
    Set<String> rules = new LinkedHashSet<>();
    Set<String> parameters = new LinkedHashSet<>();
    for (Fact fact : facts) {
      rules.addAll(fact.rules());
      parameters.addAll(fact.parameters());
    }
    return rules.isEmpty()
        ? facts.stream().map(this::none).distinct().collect(Collectors.joining("; "))
        : rules(rules, parameters);
  }

  private static String rules(Collection<String> rules, Collection<String> parameters) {
    return switch (parameters.size()) {
      case 0 -> links(rules);
      case 1 -> links(rules) + ", parameter " + codes(parameters);
      default -> links(rules) + ", parameters " + codes(parameters);
    };
  }

  private String none(Fact fact) {
    return "none: " + linked(fact.reason().orElseThrow());
  }

  private static String links(Collection<String> rules) {
    return rules.stream().map(CoverageTables::link).collect(Collectors.joining(", "));
  }

  /** A text with links where it names rules. */
  private String linked(String text) {
    return KEBAB_CASE
        .matcher(text)
        .replaceAll(name -> known.contains(name.group()) ? link(name.group()) : name.group());
  }

  private static String link(String rule) {
    return "[" + rule + "](rules/" + rule + ".md)";
  }

  private static String codes(Collection<String> names) {
    return names.stream().map(CoverageTables::code).collect(Collectors.joining(", "));
  }

  private static String code(String name) {
    return "`" + name + "`";
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells).replaceAll(" +$", "") + " |\n";
  }
}
