package dev.seaworthy.engine;

import dev.seaworthy.source.Location;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A suppression from the configuration. What is absent matches everything.
 *
 * @param rule the rules: an id, an alias, or a pattern over ids with {@code *}
 * @param file which sources, by name
 * @param kind which kind of object
 * @param name which object, by name
 * @param namespace which namespace, as the manifest names it
 * @param container which container, by name
 * @param reason why; empty where none is given
 * @param expires the last day on which it counts
 * @param expectedToMatch whether all that it may be meant for is analysed, so that it is reported
 *     if it suppresses nothing
 * @param location where it is configured
 */
public record ConfiguredIgnore(
    String rule,
    Optional<Predicate<String>> file,
    Optional<String> kind,
    Optional<String> name,
    Optional<String> namespace,
    Optional<String> container,
    String reason,
    Optional<LocalDate> expires,
    boolean expectedToMatch,
    Location location) {

  /** Whether it is meant for what a finding is about, the file left out. */
  boolean coversObject(Finding finding) {
    return isSame(kind, finding.object().map(object -> object.kind()))
        && isSame(name, finding.object().map(object -> object.name()))
        && isSame(namespace, finding.object().flatMap(object -> object.namespace()))
        && isSame(container, finding.container());
  }

  /** Whether it counts no more. */
  boolean isExpired(Optional<LocalDate> today) {
    return today.isPresent() && expires.isPresent() && today.get().isAfter(expires.get());
  }

  Suppression suppression() {
    return new Suppression(Suppression.Kind.CONFIGURATION, reason, location);
  }

  private static boolean isSame(Optional<String> wanted, Optional<String> actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }
}
