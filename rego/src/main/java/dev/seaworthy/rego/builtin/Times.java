package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import java.util.Locale;

/** Points in time, in nanoseconds since 1970, and their parts in time zones. */
final class Times {

  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);
  private static final int MAX_YEARS = 1_000_000;
  private static final String NUMBER_AND_ZONE = "either number (ns) or [number (ns), string (tz)]";
  private static final ArgumentType TIME = ArgumentType.of("number", "array");

  private Times() {}

  static Family family() {
    return new Family()
        .define("time.now_ns", Times::now)
        .define("time.parse_ns", Times::parse, Family.STRING, Family.STRING)
        .define("time.parse_rfc3339_ns", Times::parseRfc3339, Family.STRING)
        .define(
            "time.parse_duration_ns",
            call -> RegoNumber.of(GoDuration.parse(call.string(1))),
            Family.STRING)
        .define("time.format", Times::format, TIME)
        .define("time.date", Times::date, TIME)
        .define("time.clock", Times::clock, TIME)
        .define("time.weekday", Times::weekday, TIME)
        .define("time.add_date", Times::addDate, TIME, Family.NUMBER, Family.NUMBER, Family.NUMBER)
        .define("time.diff", Times::diff, TIME, TIME);
  }

  static RegoNumber now(Call call) throws BuiltinException {
    return RegoNumber.of(
        call.context()
            .now()
            .orElseThrow(() -> BuiltinException.of("this evaluation has no clock")));
  }

  private static RegoNumber parse(Call call) throws BuiltinException {
    String layout = GoLayout.named(call.string(1));
    return nanoseconds(GoTimeParser.parse(layout, call.string(2)));
  }

  private static RegoNumber parseRfc3339(Call call) throws BuiltinException {
    return nanoseconds(GoTimeParser.parse(GoLayout.named("RFC3339"), call.string(1)));
  }

  private static RegoNumber nanoseconds(Instant instant) throws BuiltinException {
    BigInteger nanoseconds =
        BigInteger.valueOf(instant.getEpochSecond())
            .multiply(SECOND)
            .add(BigInteger.valueOf(instant.getNano()));
    if (nanoseconds.bitLength() >= Long.SIZE) {
      throw BuiltinException.of("time outside of valid range");
    }
    return RegoNumber.of(nanoseconds);
  }

  private static RegoString format(Call call) throws BuiltinException {
    ZonedDateTime time = time(call, 1);
    boolean hasLayout = call.value(1) instanceof RegoArray array && array.size() > 2;
    String layout = hasLayout ? item(call, 1, 2) : "";
    String named = GoLayout.named(layout.isEmpty() ? "RFC3339Nano" : layout);
    call.spendLength(named.length());
    return new RegoString(GoTimeFormat.format(time, named));
  }

  private static RegoArray date(Call call) throws BuiltinException {
    ZonedDateTime time = time(call, 1);
    return numbers(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
  }

  private static RegoArray clock(Call call) throws BuiltinException {
    ZonedDateTime time = time(call, 1);
    return numbers(time.getHour(), time.getMinute(), time.getSecond());
  }

  private static RegoString weekday(Call call) throws BuiltinException {
    return new RegoString(
        time(call, 1).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }

  /** Days beyond the end of a month count into the next one. */
  private static RegoNumber addDate(Call call) throws BuiltinException {
    ZonedDateTime time = time(call, 1);
    long years = call.integer(2);
    long months = call.integer(3);
    long days = call.integer(4);
    if (Math.abs(years) > MAX_YEARS
        || Math.abs(months) > MAX_YEARS * 12L
        || Math.abs(days) > MAX_YEARS * 366L) {
      throw BuiltinException.of("time outside of valid range");
    }
    LocalDate first = time.toLocalDate().withDayOfMonth(1).plusMonths(years * 12 + months);
    LocalDate date = first.plusDays(time.getDayOfMonth() - 1 + days);
    return nanoseconds(ZonedDateTime.of(date, time.toLocalTime(), time.getZone()).toInstant());
  }

  /** Years, months, days, hours, minutes and seconds between two times. */
  private static RegoArray diff(Call call) throws BuiltinException {
    ZonedDateTime first = time(call, 1);
    ZonedDateTime second = time(call, 2).withZoneSameInstant(first.getZone());
    ZonedDateTime from = first.isAfter(second) ? second : first;
    ZonedDateTime to = from == first ? second : first;
    int[] parts = {
      to.getYear() - from.getYear(),
      to.getMonthValue() - from.getMonthValue(),
      to.getDayOfMonth() - from.getDayOfMonth(),
      to.getHour() - from.getHour(),
      to.getMinute() - from.getMinute(),
      to.getSecond() - from.getSecond()
    };
    int[] sizes = {0, 12, YearMonth.from(from).lengthOfMonth(), 24, 60, 60};
    for (int i = parts.length - 1; i > 0; i--) {
      if (parts[i] < 0) {
        parts[i] += sizes[i];
        parts[i - 1]--;
      }
    }
    return numbers(parts);
  }

  private static RegoArray numbers(int... numbers) {
    return RegoArray.of(Arrays.stream(numbers).mapToObj(RegoNumber::of).toList());
  }

  /** A time: a number, or an array of a number, a time zone and a layout. */
  private static ZonedDateTime time(Call call, int position) throws BuiltinException {
    RegoValue value = call.value(position);
    ZoneId zone = ZoneOffset.UTC;
    if (value instanceof RegoArray array && array.size() > 0) {
      value = array.get(0);
      if (!(value instanceof RegoNumber)) {
        throw Call.wrongType(1, value, "number");
      }
      zone = array.size() > 1 ? zone(item(call, position, 1)) : zone;
    }
    if (!(value instanceof RegoNumber number)) {
      throw Call.wrongType(1, value, NUMBER_AND_ZONE);
    }
    if (!number.isLong()) {
      throw BuiltinException.of("timestamp too big");
    }
    long second = Math.floorDiv(number.longValue(), SECOND.longValue());
    long rest = Math.floorMod(number.longValue(), SECOND.longValue());
    return Instant.ofEpochSecond(second, rest).atZone(zone);
  }

  private static String item(Call call, int position, int index) throws BuiltinException {
    RegoValue item = ((RegoArray) call.value(position)).get(index);
    if (item instanceof RegoString string) {
      return string.value();
    }
    throw Call.wrongType(1, item, "string");
  }

  /** A time zone by its name. {@code Local} is UTC: there is no environment. */
  private static ZoneId zone(String name) throws BuiltinException {
    if (name.isEmpty() || name.equals("UTC") || name.equals("Local")) {
      return ZoneOffset.UTC;
    }
    try {
      boolean fixed = name.equals("EST") || name.equals("MST") || name.equals("HST");
      if (fixed || ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
        return ZoneId.of(name, ZoneId.SHORT_IDS);
      }
    } catch (DateTimeException e) {
      // no such zone
    }
    throw BuiltinException.of("unknown time zone " + name);
  }
}
