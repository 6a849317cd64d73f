package dev.seaworthy.podsecurity;

import dev.seaworthy.model.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects what offends against one check. */
final class Forbidden {

  private final List<Field> fields = new ArrayList<>();
  private final Set<String> setters = new LinkedHashSet<>();
  private final Set<String> values = new LinkedHashSet<>();

  /**
   * Adds an offence.
   *
   * @param setter who commits it, such as {@code container 'app'}
   * @param field the offending field, there or not
   */
  void add(String setter, Field field) {
    setters.add(setter);
    fields.add(field);
  }

  /** Adds an offence with the value that offends. */
  void add(String setter, Field field, String value) {
    add(setter, field);
    values.add("'" + value + "'");
  }

  /** The number of different values. */
  int valueCount() {
    return values.size();
  }

  /**
   * What the check says, if anything offends.
   *
   * @param demand what must be so, after the names of the offenders
   */
  Optional<Verdict> verdict(String reason, String demand) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    String named = values.isEmpty() ? "" : " " + String.join(", ", new TreeSet<>(values));
    return Optional.of(
        new Verdict(reason, String.join(", ", setters) + " " + demand + named, fields));
  }

  /** What one check says against a pod. */
  record Verdict(String reason, String detail, List<Field> fields) {}
}
