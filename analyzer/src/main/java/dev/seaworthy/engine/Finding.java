package dev.seaworthy.engine;

import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something is wrong in the user's file.
 *
 * @param rule the rule, its severity as configured
 * @param message what is wrong here: lower-case, names the thing in quotes, no full stop
 * @param location the offending value, or the key of the deepest parent that exists of what is
 *     missing
 * @param object the object; empty for what concerns a file as a whole
 * @param container the name of the container, where one is meant
 * @param path the field's path from the object's root, such as {@code spec.hostPID}; empty for the
 *     object itself
 * @param related other places that take part
 * @param fingerprint identifies the finding by rule, file, object and path: no two in a result
 *     share one, and it is the same after edits elsewhere in the file
 */
public record Finding(
    RuleMetadata rule,
    String message,
    Location location,
    Optional<ObjectReference> object,
    Optional<String> container,
    String path,
    List<Related> related,
    String fingerprint)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::path)
          .thenComparing(Finding::message);

  /**
   * Another place that takes part.
   *
   * @param location where
   * @param message its part: lower-case, no full stop
   */
  public record Related(Location location, String message) {}

  public Finding {
    related = List.copyOf(related);
  }

  public String ruleId() {
    return rule.id();
  }

  public Severity severity() {
    return rule.severity();
  }

  /** By file, place, rule. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code file:line:column: severity[rule]: message}. */
  @Override
  public String toString() {
    return location + ": " + severity() + "[" + ruleId() + "]: " + message;
  }
}
