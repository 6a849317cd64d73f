package dev.seaworthy.schema.generator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a client does not say of its version of Kubernetes, from tables beside this class; a table
 * tells its own sources. Fields are named as {@code Model.field}.
 *
 * @param optional fields that are described as required and are not asked for
 * @param constraints what fields take beyond their types
 */
record Facts(Set<String> optional, Map<String, Constraint> constraints) {

  private static final String OPTIONAL = "optional-fields.txt";
  private static final String VALUES = "values.txt";
  private static final String LIMITS = "limits.txt";

  /** The versions that can be told apart, oldest first. */
  static List<MinorVersion> versions() {
    return lines("versions.txt").stream()
        .map(line -> line.split("\\s+|\\.", 3))
        .map(
            parts ->
                new MinorVersion(
                    Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2].strip()))
        .toList();
  }

  static Facts of(MinorVersion version) {
    Map<String, Constraint> constraints = new TreeMap<>();
    Map<String, List<String>> values = table(VALUES, ",\\s*");
    Map<String, List<String>> limits = table(LIMITS, "\\s+");
    Set<String> fields = new TreeSet<>(values.keySet());
    fields.addAll(limits.keySet());
    for (String field : fields) {
      constraints.put(
          field,
          new Constraint(
              values.getOrDefault(field, List.of()).stream()
                  .filter(value -> cameBy(version, value))
                  .map(value -> value.replaceFirst("@.*", ""))
                  .toList(),
              Set.copyOf(limits.getOrDefault(field, List.of()))));
    }
    return new Facts(new TreeSet<>(lines(OPTIONAL)), constraints);
  }

  Constraint constraint(String field) {
    return constraints.getOrDefault(field, Constraint.NONE);
  }

  /**
   * Keeps the tables short.
   *
   * @throws IllegalArgumentException if a line of a table says nothing about any client
   */
  static void requireUseFor(Collection<Client> clients) {
    requireAll(OPTIONAL, lines(OPTIONAL), field -> any(clients, c -> c.requires(field)));
    for (String table : List.of(VALUES, LIMITS)) {
      requireAll(table, table(table, " ").keySet(), field -> any(clients, c -> c.knows(field)));
    }
  }

  private static boolean any(Collection<Client> clients, Predicate<Client> predicate) {
    return clients.stream().anyMatch(predicate);
  }

  private static void requireAll(
      String table, Collection<String> fields, Predicate<String> isUsed) {
    List<String> unused = fields.stream().filter(isUsed.negate()).toList();
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException("no client needs these lines of " + table + ": " + unused);
    }
  }

  private static boolean cameBy(MinorVersion version, String value) {
    int at = value.indexOf("@1.");
    return at < 0 || Integer.parseInt(value.substring(at + 3)) <= version.minor();
  }

  /** The lines {@code field: words} of a table. */
  private static Map<String, List<String>> table(String table, String separator) {
    Map<String, List<String>> fields = new TreeMap<>();
    for (String line : lines(table)) {
      String[] parts = line.split(":\\s*", 2);
      if (fields.put(parts[0], List.of(parts[1].split(separator))) != null) {
        throw new IllegalArgumentException(table + " has two lines for " + parts[0]);
      }
    }
    return fields;
  }

  private static List<String> lines(String table) {
    try (InputStream stream = Facts.class.getResourceAsStream(table)) {
      if (stream == null) {
        throw new IllegalStateException("the table " + table + " is missing");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> line.replaceFirst("\\s*#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("the table " + table + " cannot be read", e);
    }
  }
}
