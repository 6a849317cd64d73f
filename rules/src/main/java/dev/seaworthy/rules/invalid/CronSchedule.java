package dev.seaworthy.rules.invalid;

import dev.seaworthy.rule.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The schedule of a CronJob, as the API server reads it: five fields, or a name after {@code @}.
 *
 * @see <a href="https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format">the format
 *     of the parser</a>
 */
final class CronSchedule {

  private static final List<String> NAMES =
      List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final String EVERY = "@every ";
  private static final Pattern DURATION =
      Pattern.compile("[-+]?(?:0|(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)");

  private static final List<Part> PARTS =
      List.of(
          new Part("minute", 0, 59, List.of()),
          new Part("hour", 0, 23, List.of()),
          new Part("day of the month", 1, 31, List.of()),
          new Part(
              "month",
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          new Part(
              "day of the week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  private CronSchedule() {}

  /** Why the API server refuses a schedule, apart from its time zone; empty if it takes it. */
  static Optional<String> fault(String schedule) {
    if (schedule.startsWith("@")) {
      return faultOfName(schedule);
    }
    List<String> fields = List.of(schedule.strip().split("\\s+"));
    if (fields.size() != PARTS.size()) {
      return Optional.of(
          "it has " + fields.size() + " fields, and " + PARTS.size() + " are needed");
    }
    for (int i = 0; i < fields.size(); i++) {
      Optional<String> fault = PARTS.get(i).fault(fields.get(i));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> faultOfName(String schedule) {
    if (schedule.startsWith(EVERY)) {
      String duration = schedule.substring(EVERY.length());
      return DURATION.matcher(duration).matches()
          ? Optional.empty()
          : Optional.of("'" + duration + "' is no duration such as '1h30m'");
    }
    return NAMES.contains(schedule)
        ? Optional.empty()
        : Optional.of(
            "'"
                + schedule
                + "' is no name of a schedule"
                + Suggestions.didYouMean(schedule, NAMES));
  }

  /**
   * One of the five fields.
   *
   * @param name what it is
   * @param min its least value
   * @param max its greatest
   * @param names names of its values, from the least on, in lower case
   */
  private record Part(String name, int min, int max, List<String> names) {

    Optional<String> fault(String field) {
      for (String range : field.split(",")) {
        Optional<String> fault = range.isEmpty() ? Optional.empty() : faultOfRange(range);
        if (fault.isPresent()) {
          return fault;
        }
      }
      return Optional.empty();
    }

    private Optional<String> faultOfRange(String range) {
      List<String> steps = List.of(range.split("/", -1));
      List<String> ends = List.of(steps.get(0).split("-", -1));
      boolean all = ends.get(0).equals("*") || ends.get(0).equals("?");
      if (steps.size() > 2 || !all && ends.size() > 2) {
        return Optional.of("'" + range + "' is no " + name);
      }
      if (steps.size() == 2 && (!isNumber(steps.get(1)) || value(steps.get(1)) == 0)) {
        return Optional.of("'" + steps.get(1) + "' is no step from 1 on, in '" + range + "'");
      }
      if (all) {
        return Optional.empty();
      }
      for (String end : ends) {
        if (value(end) < min || value(end) > max) {
          return Optional.of(
              "'" + end + "' is no " + name + " from " + min + " to " + max + known());
        }
      }
      boolean backwards = ends.size() == 2 && value(ends.get(0)) > value(ends.get(1));
      return backwards ? Optional.of("'" + range + "' ends before it starts") : Optional.empty();
    }

    private String known() {
      return names.isEmpty()
          ? ""
          : ", or '" + names.get(0) + "' to '" + names.get(names.size() - 1) + "'";
    }

    /** The number that a text stands for; -1 if it is none. */
    private int value(String text) {
      int index = names.indexOf(text.toLowerCase(Locale.ROOT));
      if (index >= 0) {
        return min + index;
      }
      return isNumber(text) ? Integer.parseInt(text) : -1;
    }

    private static boolean isNumber(String text) {
      return text.matches("\\+?[0-9]{1,9}");
    }
  }
}
