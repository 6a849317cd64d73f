package dev.seaworthy.schema.validate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates and times of RFC 3339, as Go reads them: no second is a leap second. */
final class DateTimes {

  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

  private static final Pattern TIME =
      Pattern.compile(
          "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d([.,]\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");

  private static final int DATE_LENGTH = "2006-01-02".length();

  private DateTimes() {}

  static boolean isDate(String text) {
    Matcher parts = DATE.matcher(text);
    return parts.matches() && exists(number(parts, 1), number(parts, 2), number(parts, 3));
  }

  static boolean isDateTime(String text) {
    return text.length() > DATE_LENGTH + 1
        && "Tt".indexOf(text.charAt(DATE_LENGTH)) >= 0
        && isDate(text.substring(0, DATE_LENGTH))
        && TIME.matches(text.substring(DATE_LENGTH + 1));
  }

  private static boolean exists(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
