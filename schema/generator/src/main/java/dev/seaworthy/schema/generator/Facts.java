package dev.seaworthy.schema.generator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a client does not say of its version of Kubernetes, from tables beside this class; a table
 * tells its own sources.
 *
 * @param optional fields, as {@code Model.field}, that are described as required and are not asked
 *     for
 * @param values the fields of text that take a few values only, and these
 */
record Facts(Set<String> optional, Map<String, List<String>> values) {

  private static final String OPTIONAL = "optional-fields.txt";
  private static final String VALUES = "values.txt";

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
    return new Facts(new TreeSet<>(lines(OPTIONAL)), valuesIn(version));
  }

  /**
   * Keeps the tables short.
   *
   * @throws IllegalArgumentException if a line of a table says nothing about any client
   */
  static void requireUseFor(Collection<Client> clients) {
    requireAll(OPTIONAL, names(OPTIONAL), field -> any(clients, c -> c.requires(field)));
    requireAll(VALUES, names(VALUES), field -> any(clients, c -> c.knows(field)));
  }

  private static List<String> names(String table) {
    return lines(table).stream().map(line -> line.replaceFirst(":.*", "")).toList();
  }

  private static boolean any(Collection<Client> clients, Predicate<Client> predicate) {
    return clients.stream().anyMatch(predicate);
  }

  private static void requireAll(String table, List<String> fields, Predicate<String> isUsed) {
    List<String> unused = fields.stream().filter(isUsed.negate()).toList();
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException("no client needs these lines of " + table + ": " + unused);
    }
  }

  private static Map<String, List<String>> valuesIn(MinorVersion version) {
    Map<String, List<String>> values = new TreeMap<>();
    for (String line : lines(VALUES)) {
      String[] parts = line.split(":\\s*", 2);
      List<String> taken =
          Arrays.stream(parts[1].split(",\\s*"))
              .map(value -> value.split("@1\\."))
              .filter(value -> value.length < 2 || Integer.parseInt(value[1]) <= version.minor())
              .map(value -> value[0])
              .toList();
      if (values.put(parts[0], taken) != null) {
        throw new IllegalArgumentException("values.txt has two lines for " + parts[0]);
      }
    }
    return values;
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
