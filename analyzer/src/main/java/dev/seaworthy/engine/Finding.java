package dev.seaworthy.engine;

import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something is wrong in the user's file.
 *
 * @param rule the rule, its severity as configured; else that of the violation, where it has one of
 *     its own
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
 * @param scenarios in which of several renderings of a chart it holds
 * @param rendered the text around it, as it was rendered, where no line that was written can be
 *     proven to have caused it
 */
public record Finding(
    RuleMetadata rule,
    String message,
    Location location,
    Optional<ObjectReference> object,
    Optional<String> container,
    String path,
    List<RelatedPlace> related,
    String fingerprint,
    Scenarios scenarios,
    Optional<String> rendered)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::path)
          .thenComparing(Finding::message);

  public Finding {
    related = List.copyOf(related);
  }

  /** A finding about what was written as it is. */
  public Finding(
      RuleMetadata rule,
      String message,
      Location location,
      Optional<ObjectReference> object,
      Optional<String> container,
      String path,
      List<RelatedPlace> related,
      String fingerprint) {
    this(
        rule,
        message,
        location,
        object,
        container,
        path,
        related,
        fingerprint,
        Scenarios.NONE,
        Optional.empty());
  }

  /** This finding as it holds in some scenarios. */
  Finding in(Scenarios holds, List<RelatedPlace> places, String identity) {
    return new Finding(
        rule, message, location, object, container, path, places, identity, holds, rendered);
  }

  public String ruleId() {
    return rule.id();
  }

  /** That of this finding: others of the rule may have another. */
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
