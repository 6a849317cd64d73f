package dev.seaworthy.rego.builtin;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Writes times as Go's layouts say. */
final class GoTimeFormat {

  private final ZonedDateTime time;

  private GoTimeFormat(ZonedDateTime time) {
    this.time = time;
  }

  static String format(ZonedDateTime time, String layout) {
    GoTimeFormat format = new GoTimeFormat(time);
    StringBuilder out = new StringBuilder();
    for (GoLayout.Part part : GoLayout.parse(layout)) {
      out.append(part.literal() ? part.text() : format.element(part));
    }
    return out.toString();
  }

  private String element(GoLayout.Part part) {
    if (part.isFraction()) {
      return fraction(part.text());
    }
    int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return switch (part.text()) {
      case "2006" -> digits(time.getYear(), 4);
      case "06" -> digits(Math.floorMod(time.getYear(), 100), 2);
      case "January" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Jan" -> title(time.getMonth().name());
      case "1" -> digits(time.getMonthValue(), 1);
      case "01" -> digits(time.getMonthValue(), 2);
      case "Monday" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Mon" -> title(time.getDayOfWeek().name());
      case "2" -> digits(time.getDayOfMonth(), 1);
      case "_2" -> spaces(time.getDayOfMonth(), 2);
      case "02" -> digits(time.getDayOfMonth(), 2);
      case "__2" -> spaces(time.getDayOfYear(), 3);
      case "002" -> digits(time.getDayOfYear(), 3);
      case "15" -> digits(time.getHour(), 2);
      case "3" -> digits(hour12, 1);
      case "03" -> digits(hour12, 2);
      case "4" -> digits(time.getMinute(), 1);
      case "04" -> digits(time.getMinute(), 2);
      case "5" -> digits(time.getSecond(), 1);
      case "05" -> digits(time.getSecond(), 2);
      case "PM" -> time.getHour() >= 12 ? "PM" : "AM";
      case "pm" -> time.getHour() >= 12 ? "pm" : "am";
      case "MST" -> zone();
      default -> offset(part.text());
    };
  }

  private static String title(String name) {
    return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
  }

  private static String digits(int number, int width) {
    String digits = Integer.toString(Math.abs(number));
    String sign = number < 0 ? "-" : "";
    return sign + "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static String spaces(int number, int width) {
    String digits = Integer.toString(number);
    return " ".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private String fraction(String element) {
    String digits = digits(time.getNano(), 9).substring(0, Math.min(9, element.length() - 1));
    if (element.charAt(1) == '9') {
      digits = digits.replaceFirst("0+$", "");
      return digits.isEmpty() ? "" : element.charAt(0) + digits;
    }
    return element.charAt(0) + digits + "0".repeat(element.length() - 1 - digits.length());
  }

  private String offset(String element) {
    int seconds = time.getOffset().getTotalSeconds();
    if (element.startsWith("Z") && seconds == 0) {
      return "Z";
    }
    String colon = element.contains(":") ? ":" : "";
    int magnitude = Math.abs(seconds);
    String hours = (seconds < 0 ? "-" : "+") + digits(magnitude / 3600, 2);
    String minutes = colon + digits(magnitude / 60 % 60, 2);
    return switch (element.replace(":", "").length()) {
      case 3 -> hours;
      case 5 -> hours + minutes;
      default -> hours + minutes + colon + digits(magnitude % 60, 2);
    };
  }

  private String zone() {
    if (time.getZone() instanceof ZoneOffset) {
      return time.getOffset() == ZoneOffset.UTC ? "UTC" : offset("-0700");
    }
    return DateTimeFormatter.ofPattern("zzz", Locale.US).format(time);
  }
}
