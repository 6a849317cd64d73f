package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoString;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as Go's {@code time.Parse} does. */
final class GoTimeParser {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  private static final Pattern ZONE_NAME =
      Pattern.compile(
          "UTC|ChST|MeST|GMT([+-](2[0-3]|1[0-9]|0?[0-9])(?![0-9]))?|[+-](2[0-3]|1[0-9]|0?[0-9])(?![0-9])"
              + "|([A-Z]{4}T|[A-Z]{3}T|WITA|[A-Z]{3})(?![A-Z])");

  private final String layout;
  private final String text;
  private String rest;

  private int year;
  private int month = 1;
  private int day = 1;
  private int dayOfYear;
  private int hour;
  private int minute;
  private int second;
  private int nanosecond;
  private int offset;
  private String half = "";

  private GoTimeParser(String layout, String text) {
    this.layout = layout;
    this.text = text;
    this.rest = text;
  }

  static Instant parse(String layout, String text) throws BuiltinException {
    return new GoTimeParser(layout, text).parse();
  }

  private Instant parse() throws BuiltinException {
    List<GoLayout.Part> parts = GoLayout.parse(layout);
    for (int i = 0; i < parts.size(); i++) {
      GoLayout.Part part = parts.get(i);
      if (part.literal()) {
        literal(part.text());
      } else if (part.isFraction()) {
        fraction(part.text());
      } else {
        element(part.text());
        boolean fractionFollows = i + 1 < parts.size() && parts.get(i + 1).isFraction();
        if (part.text().endsWith("5")
            && part.text().length() < 3
            && !part.text().equals("15")
            && !fractionFollows) {
          fraction(".9");
        }
      }
    }
    if (!rest.isEmpty()) {
      throw problem("extra text: " + quoted(rest));
    }
    return instant();
  }

  private Instant instant() throws BuiltinException {
    if (half.equals("pm") && hour < 12) {
      hour += 12;
    } else if (half.equals("am") && hour == 12) {
      hour = 0;
    }
    LocalDate date;
    if (dayOfYear > 0) {
      if (dayOfYear > (Year.isLeap(year) ? 366 : 365)) {
        throw problem("day-of-year out of range");
      }
      date = LocalDate.ofYearDay(year, dayOfYear);
    } else {
      if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
        throw problem("day out of range");
      }
      date = LocalDate.of(year, month, day);
    }
    LocalDateTime time = date.atTime(hour, minute, second, nanosecond);
    return time.toInstant(ZoneOffset.UTC).minusSeconds(offset);
  }

  /** Any number of spaces where the layout has some. */
  private void literal(String literal) throws BuiltinException {
    String expected = literal;
    while (!expected.isEmpty()) {
      if (expected.charAt(0) == ' ') {
        if (!rest.isEmpty() && rest.charAt(0) != ' ') {
          throw cannotParse(literal);
        }
        expected = withoutSpaces(expected);
        rest = withoutSpaces(rest);
      } else if (rest.isEmpty() || rest.charAt(0) != expected.charAt(0)) {
        throw cannotParse(literal);
      } else {
        expected = expected.substring(1);
        rest = rest.substring(1);
      }
    }
  }

  private static String withoutSpaces(String text) {
    return text.replaceFirst("^ +", "");
  }

  private void element(String element) throws BuiltinException {
    switch (element) {
      case "2006" -> year = number(element, 4, 4);
      case "06" -> {
        int number = number(element, 2, 2);
        year = number >= 69 ? 1900 + number : 2000 + number;
      }
      case "January" -> month = name(element, MONTHS, false) + 1;
      case "Jan" -> month = name(element, MONTHS, true) + 1;
      case "1", "01" -> month = inRange(number(element, element.length(), 2), 1, 12, "month");
      case "Monday" -> name(element, DAYS, false);
      case "Mon" -> name(element, DAYS, true);
      case "2", "_2", "02" -> {
        rest = element.equals("_2") ? rest.replaceFirst("^ ", "") : rest;
        day = number(element, element.equals("02") ? 2 : 1, 2);
      }
      case "__2", "002" -> {
        rest = element.equals("__2") ? rest.replaceFirst("^ {1,2}", "") : rest;
        dayOfYear = number(element, element.equals("002") ? 3 : 1, 3);
        inRange(dayOfYear, 1, 366, "day-of-year");
      }
      case "15" -> hour = inRange(number(element, 1, 2), 0, 23, "hour");
      case "3", "03" -> hour = inRange(number(element, element.length(), 2), 0, 12, "hour");
      case "4", "04" -> minute = inRange(number(element, element.length(), 2), 0, 59, "minute");
      case "5", "05" -> second = inRange(number(element, element.length(), 2), 0, 59, "second");
      case "PM", "pm" -> half(element);
      case "MST" -> zoneName(element);
      default -> offset(element);
    }
  }

  private int number(String element, int least, int most) throws BuiltinException {
    int length = 0;
    while (length < most && length < rest.length() && isDigit(rest.charAt(length))) {
      length++;
    }
    if (length < least) {
      throw cannotParse(element);
    }
    return Integer.parseInt(take(length));
  }

  private String take(int length) {
    String taken = rest.substring(0, length);
    rest = rest.substring(length);
    return taken;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int inRange(int number, int least, int most, String what) throws BuiltinException {
    if (number < least || number > most) {
      throw problem(what + " out of range");
    }
    return number;
  }

  private int name(String element, List<String> names, boolean abbreviated)
      throws BuiltinException {
    for (int i = 0; i < names.size(); i++) {
      String name = abbreviated ? names.get(i).substring(0, 3) : names.get(i);
      if (rest.regionMatches(true, 0, name, 0, name.length())) {
        take(name.length());
        return i;
      }
    }
    throw cannotParse(element);
  }

  private void half(String element) throws BuiltinException {
    boolean upper = element.equals("PM");
    String found = rest.length() < 2 ? "" : rest.substring(0, 2);
    if (!found.equals(upper ? "PM" : "pm") && !found.equals(upper ? "AM" : "am")) {
      throw cannotParse(element);
    }
    half = take(2).toLowerCase(Locale.ROOT);
  }

  /** Nines are as many digits as there are, zeros exactly so many. */
  private void fraction(String element) throws BuiltinException {
    boolean any = element.charAt(1) == '9';
    boolean present = rest.length() > 1 && ".,".indexOf(rest.charAt(0)) >= 0;
    if (any && (!present || !isDigit(rest.charAt(1)))) {
      return;
    }
    int length = 1;
    while (length < (any ? rest.length() : Math.min(element.length(), rest.length()))
        && isDigit(rest.charAt(length))) {
      length++;
    }
    if (!present || !any && length != element.length()) {
      throw cannotParse(element);
    }
    String digits = take(length).substring(1);
    nanosecond = Integer.parseInt((digits + "000000000").substring(0, 9));
  }

  private void offset(String element) throws BuiltinException {
    if (element.startsWith("Z") && rest.startsWith("Z")) {
      take(1);
      return;
    }
    String pattern = element.substring(1).replaceAll("[0-9]", "[0-9]");
    if (!rest.matches("(?s)[+-]" + pattern + ".*")) {
      throw cannotParse(element);
    }
    String found = take(element.length());
    String digits = found.replaceAll("[^0-9]", "") + "0000";
    int hours = Integer.parseInt(digits.substring(0, 2));
    int minutes = Integer.parseInt(digits.substring(2, 4));
    int seconds = Integer.parseInt(digits.substring(4, 6));
    inRange(hours, 0, 24, "time zone offset hour");
    inRange(minutes, 0, 60, "time zone offset minute");
    inRange(seconds, 0, 60, "time zone offset second");
    int magnitude = hours * 3600 + minutes * 60 + seconds;
    offset = found.startsWith("-") ? -magnitude : magnitude;
  }

  /** Abbreviations tell nothing about the offset: Go reads them, and takes the time as UTC. */
  private void zoneName(String element) throws BuiltinException {
    Matcher name = ZONE_NAME.matcher(rest);
    if (!name.lookingAt()) {
      throw cannotParse(element);
    }
    take(name.end());
  }

  private BuiltinException cannotParse(String element) {
    return BuiltinException.of(
        "parsing time %s as %s: cannot parse %s as %s"
            .formatted(quoted(text), quoted(layout), quoted(rest), quoted(element)));
  }

  private BuiltinException problem(String problem) {
    return BuiltinException.of("parsing time " + quoted(text) + ": " + problem);
  }

  private static String quoted(String text) {
    return new RegoString(text).toString();
  }
}
