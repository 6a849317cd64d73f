package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the API server asks of a path by its type. */
final class IngressPath {

  private static final Set<String> EXACT = Set.of("Exact", "Prefix");
  private static final String CONTROLLER = "ImplementationSpecific";

  /** The path may be another field that is misspelt. */
  private static final Set<String> KNOWN = Set.of("path", "pathType", "backend");

  private static final List<String> NOWHERE = List.of("//", "/./", "/../", "%2f", "%2F");
  private static final List<String> NOT_AT_THE_END = List.of("/..", "/.");

  private IngressPath() {}

  /** Judges a path of a rule. */
  static void check(Field item, Violations violations) {
    String type = item.get("pathType").text();
    Field path = item.get("path");
    String text = path.text();
    boolean readable = !path.isPresent() || path.string().isPresent();
    if (!readable || Placeholder.isIn(text) || !EXACT.contains(type) && !type.equals(CONTROLLER)) {
      return;
    }
    if (text.isEmpty() && EXACT.contains(type)) {
      if (item.members().stream().allMatch(field -> KNOWN.contains(field.path().name()))) {
        violations.report(path, "'path' is needed where 'pathType' is '" + type + "'");
      }
    } else if (!text.isEmpty() && !text.startsWith("/")) {
      violations.report(path, "path '" + text + "' does not start with '/'");
    } else if (EXACT.contains(type)) {
      refused(text)
          .ifPresent(
              part ->
                  violations.report(
                      path,
                      "path '"
                          + text
                          + "' holds '"
                          + part
                          + "', which '"
                          + type
                          + "' never takes"));
    }
  }

  private static Optional<String> refused(String path) {
    return NOWHERE.stream()
        .filter(path::contains)
        .findFirst()
        .or(() -> NOT_AT_THE_END.stream().filter(path::endsWith).findFirst());
  }
}
