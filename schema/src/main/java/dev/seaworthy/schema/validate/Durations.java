package dev.seaworthy.schema.validate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Durations as custom resources have them: those of Go, and any text with a number and a unit. */
final class Durations {

  private static final Pattern OF_GO =
      Pattern.compile("[-+]?(0|((\\d+\\.?\\d*|\\.\\d+)(ns|us|[µμ]s|ms|s|m|h))+)");

  private static final Pattern PART = Pattern.compile("\\d\\s*([A-Za-zµ]+)");

  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)ns|nano.*|us|µs|micro.*|ms|milli.*|s|sec.*|m|min.*|h|hr|hour.*|d|day.*|w|wk|week.*");

  private Durations() {}

  static boolean isDuration(String text) {
    if (OF_GO.matches(text)) {
      return true;
    }
    boolean hasUnit = false;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      hasUnit |= UNIT.matches(part.group(1));
    }
    return hasUnit;
  }
}
