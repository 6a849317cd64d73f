package dev.seaworthy.report;

import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of a SARIF run: its {@code reportingDescriptor} objects and their indices. */
final class SarifRules {

  /** GitHub refuses a rule with more than 20 tags, and warns beyond 10. */
  private static final int MAX_TAGS = 10;

  /** GitHub's bound on a description, in characters. */
  private static final int MAX_DESCRIPTION = 1024;

  private final RulePages pages;
  private final List<RuleMetadata> rules = new ArrayList<>();
  private final Map<String, Integer> indices = new HashMap<>();

  SarifRules(Stream<RuleMetadata> rules, RulePages pages) {
    this.pages = pages;
    rules.forEach(
        rule -> {
          if (indices.putIfAbsent(rule.id(), this.rules.size()) == null) {
            this.rules.add(rule);
          }
        });
  }

  int index(RuleMetadata rule) {
    return indices.get(rule.id());
  }

  void write(JsonWriter json) {
    json.objects("rules", rules, rule -> rule(json, rule));
  }

  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  private void rule(JsonWriter json, RuleMetadata rule) {
    Optional<URI> page = pages.page(rule);
    page.ifPresent(uri -> checkAbsolute(rule, uri));
    SarifHelp help = new SarifHelp(rule, page);
    String title =
        rule.title().substring(0, 1).toUpperCase(Locale.ROOT) + rule.title().substring(1);
    json.member("id", rule.id());
    json.object("shortDescription", () -> json.member("text", bounded(title)));
    json.object(
        "fullDescription", () -> json.member("text", bounded(title + ". " + rule.remediation())));
    json.object(
        "help",
        () -> {
          json.member("text", help.text());
          json.member("markdown", help.markdown());
        });
    json.member("helpUri", page.map(URI::toASCIIString));
    json.object("defaultConfiguration", () -> json.member("level", level(rule.severity())));
    json.object("properties", () -> properties(json, rule));
  }

  private static void checkAbsolute(RuleMetadata rule, URI page) {
    if (!page.isAbsolute()) {
      throw new IllegalArgumentException(
          "rule '" + rule.id() + "': the address of the page is relative: " + page);
    }
  }

  private static void properties(JsonWriter json, RuleMetadata rule) {
    Optional<String> score = score(rule.severity());
    Stream<String> security = score.stream().map(present -> "security");
    Stream<String> own = Stream.concat(Stream.of(rule.category()), rule.standards().stream());
    json.strings("tags", Stream.concat(security, own).distinct().limit(MAX_TAGS).toList());
    json.member("precision", "high");
    json.member("security-severity", score);
  }

  /** In the middle of the range that GitHub gives the same name; what is no risk has none. */
  private static Optional<String> score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Optional.of("9.5");
      case HIGH -> Optional.of("8.0");
      case MEDIUM -> Optional.of("5.5");
      case LOW -> Optional.of("3.0");
      case INFO -> Optional.empty();
    };
  }

  private static String bounded(String text) {
    return text.length() <= MAX_DESCRIPTION ? text : text.substring(0, MAX_DESCRIPTION - 3) + "...";
  }
}
