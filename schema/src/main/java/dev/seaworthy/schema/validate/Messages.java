package dev.seaworthy.schema.validate;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.schema.validate.SchemaViolation.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says what is wrong. */
final class Messages {

  private static final int MAX_TEXT = 60;
  private static final int MAX_VALUES = 8;

  private final WrittenValues written;

  /** The names that a schema has, made once for all that its place does not know. */
  private final Map<JsonNode, Set<String>> known = new IdentityHashMap<>();

  Messages(WrittenValues written) {
    this.written = written;
  }

  SchemaViolation violation(Failure failure) {
    String property = failure.error().getProperty();
    FieldPath at = failure.at();
    return switch (failure.error().getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" -> unknown(failure, at, property);
      case "type" -> wrongType(at, List.of(failure));
      case "required" -> missing(at, List.of(failure));
      default -> invalid(at, new Values(written, at).reason(failure.error()));
    };
  }

  SchemaViolation wrongType(FieldPath at, List<Failure> failures) {
    Set<String> expected = new LinkedHashSet<>();
    for (Failure failure : failures) {
      if (failure.isTypeOf(at)) {
        expected.addAll(Values.types(failure.error()));
      }
    }
    JsonNode found = failures.get(0).error().getInstanceNode();
    boolean wantsQuotes =
        expected.equals(Set.of(Values.TEXT)) && (found.isNumber() || found.isBoolean());
    String message =
        name(at)
            + " must be "
            + or(expected)
            + ", and is "
            + new Values(written, at).describe(found)
            + (wantsQuotes ? "; put it in quotes" : "");
    return new SchemaViolation(Kind.WRONG_TYPE, at, message, Set.of());
  }

  static SchemaViolation missing(FieldPath in, List<Failure> failures) {
    Set<String> names = new LinkedHashSet<>();
    failures.forEach(failure -> names.add(failure.error().getProperty()));
    String first = names.iterator().next();
    String missing =
        names.size() == 1
            ? "'" + first + "'"
            : or(names.stream().map(name -> "'" + name + "'").toList());
    return new SchemaViolation(
        Kind.MISSING_FIELD, in.child(first), missing + " is missing" + in(in), Set.of());
  }

  static SchemaViolation noForm(FieldPath at, int forms) {
    return invalid(at, "fits none of the " + forms + " forms that it may have");
  }

  private static SchemaViolation invalid(FieldPath at, String reason) {
    return new SchemaViolation(Kind.INVALID_VALUE, at, name(at) + " " + reason, Set.of());
  }

  private SchemaViolation unknown(Failure failure, FieldPath at, String property) {
    JsonNode schema = failure.error().getSchemaNode();
    Set<String> fields =
        schema == null
            ? Set.of()
            : known.computeIfAbsent(
                schema, place -> Set.copyOf(place.path("properties").propertyNames()));
    String message = "unknown field '" + property + "'" + in(at);
    return new SchemaViolation(Kind.UNKNOWN_FIELD, at.child(property), message, fields);
  }

  /** The field of its place that an unknown one may be meant to be. */
  static Optional<String> nearest(SchemaViolation unknown) {
    return Suggestions.nearest(unknown.path().name(), unknown.fields());
  }

  /** What messages call a field: its last step, with the list that it is an item of. */
  private static String name(FieldPath path) {
    if (path.equals(FieldPath.ROOT)) {
      return "the object";
    }
    StringBuilder items = new StringBuilder();
    FieldPath named = path;
    while (named.isIndex() && named.parent().isPresent()) {
      items.insert(0, "[" + named.index() + "]");
      named = named.parent().get();
    }
    return "'" + named.name() + items + "'";
  }

  private static String in(FieldPath path) {
    return path.equals(FieldPath.ROOT) ? "" : " in '" + path + "'";
  }

  /** {@code a, b or c}. */
  static String or(Iterable<String> words) {
    List<String> all = new ArrayList<>();
    words.forEach(all::add);
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : all.stream().limit(last).collect(Collectors.joining(", ")) + " or " + all.get(last);
  }

  static String quoted(String text) {
    return "'" + cut(text) + "'";
  }

  static String cut(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
  }

  static List<String> some(List<String> values) {
    return values.size() <= MAX_VALUES
        ? values
        : concat(values.subList(0, MAX_VALUES), (values.size() - MAX_VALUES) + " others");
  }

  private static List<String> concat(List<String> some, String last) {
    List<String> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }
}
