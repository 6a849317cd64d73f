package dev.seaworthy.rules.invalid;

import dev.seaworthy.rule.Suggestions;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Names of time zones, as the IANA database has them; the letter case counts. */
final class TimeZoneName {

  /** In the database, though not among those that Java knows. */
  private static final Set<String> OTHERS =
      Set.of("EST", "MST", "HST", "ROC", "Factory", "localtime", "posixrules");

  private static final Set<String> VARIANTS = Set.of("posix", "right");

  private TimeZoneName() {}

  /**
   * Why the API server refuses a name: part of a message, empty if it may take it. Of a region that
   * exists, a city that is unlike all others is left alone: the database grows.
   */
  static Optional<String> fault(String name) {
    Set<String> known = ZoneId.getAvailableZoneIds();
    String area = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    if (name.equalsIgnoreCase("Local")) {
      return Optional.of("a zone has to be named, such as 'Etc/UTC'");
    }
    if (known.contains(name) || OTHERS.contains(name) || VARIANTS.contains(area)) {
      return Optional.empty();
    }
    Optional<String> sameName = known.stream().filter(name::equalsIgnoreCase).findFirst();
    String meant =
        sameName
            .map(zone -> "; did you mean '" + zone + "'?")
            .orElseGet(() -> nearest(name, area, known));
    boolean mayBeNew =
        name.contains("/") && known.stream().anyMatch(zone -> zone.startsWith(area + "/"));
    return mayBeNew && meant.isEmpty()
        ? Optional.empty()
        : Optional.of("it is no name of the IANA time zone database" + meant);
  }

  private static String nearest(String name, String area, Set<String> known) {
    return Suggestions.didYouMean(
        name, known.stream().filter(zone -> zone.startsWith(area + "/")).toList());
  }
}
