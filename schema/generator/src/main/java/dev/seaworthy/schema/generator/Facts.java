package dev.seaworthy.schema.generator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the clients do not say, from tables beside this class; a table tells its own sources. */
final class Facts {

  private Facts() {}

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

  /** Fields, as {@code Model.field}, that are described as required and are not asked for. */
  static Set<String> optionalFields() {
    return new TreeSet<>(lines("optional-fields.txt"));
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
