package dev.seaworthy.schema.validate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is meant by a text that is no quantity because of its unit. */
final class QuantityHint {

  private static final int MAX_LENGTH = 30;

  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))\\s*([A-Za-z]*)");

  /** The units that people write, in lower case and without a {@code b} for bytes. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("", ""),
          Map.entry("k", "k"),
          Map.entry("m", "M"),
          Map.entry("g", "G"),
          Map.entry("t", "T"),
          Map.entry("p", "P"),
          Map.entry("ki", "Ki"),
          Map.entry("mi", "Mi"),
          Map.entry("gi", "Gi"),
          Map.entry("ti", "Ti"),
          Map.entry("pi", "Pi"),
          Map.entry("ei", "Ei"));

  private QuantityHint() {}

  static Optional<String> of(String text) {
    String value = text.strip();
    Matcher matcher = NUMBER_AND_UNIT.matcher(value);
    if (value.length() > MAX_LENGTH || !matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(2).toLowerCase(Locale.ROOT);
    String known = UNITS.get(unit.endsWith("b") ? unit.substring(0, unit.length() - 1) : unit);
    return Optional.ofNullable(known).map(suffix -> matcher.group(1) + suffix);
  }
}
