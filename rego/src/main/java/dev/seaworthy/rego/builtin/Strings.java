package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;

/** Strings: searching, cutting and joining. Positions count code points. */
final class Strings {

  private static final ArgumentType STRINGS = ArgumentType.of("string", "array", "set");

  private Strings() {}

  static Family family() {
    return new Family()
        .define("concat", Strings::concat, Family.STRING, Family.COLLECTION)
        .define("contains", Strings::contains, Family.STRING, Family.STRING)
        .define("startswith", Strings::startsWith, Family.STRING, Family.STRING)
        .define("endswith", Strings::endsWith, Family.STRING, Family.STRING)
        .define(
            "strings.any_prefix_match",
            call -> anyMatch(call, String::startsWith),
            STRINGS,
            STRINGS)
        .define(
            "strings.any_suffix_match", call -> anyMatch(call, String::endsWith), STRINGS, STRINGS)
        .define("strings.count", Strings::count, Family.STRING, Family.STRING)
        .define("indexof", Strings::indexOf, Family.STRING, Family.STRING)
        .define("indexof_n", Strings::indexesOf, Family.STRING, Family.STRING)
        .define("substring", Strings::substring, Family.STRING, Family.NUMBER, Family.NUMBER)
        .define("split", Strings::split, Family.STRING, Family.STRING)
        .define("strings.split_n", Strings::splitN, Family.STRING, Family.STRING, Family.NUMBER)
        .define("format_int", Strings::formatInt, Family.NUMBER, Family.NUMBER)
        .define("lower", call -> mapped(call, Character::toLowerCase), Family.STRING)
        .define("upper", call -> mapped(call, Character::toUpperCase), Family.STRING)
        .define("strings.reverse", Strings::reverse, Family.STRING);
  }

  private static RegoString concat(Call call) throws BuiltinException {
    String separator = call.string(1);
    List<String> parts = call.strings(2, "set", "array");
    long length = (long) separator.length() * parts.size();
    for (String part : parts) {
      length += part.length();
    }
    call.spendLength(length);
    return new RegoString(String.join(separator, parts));
  }

  private static RegoBoolean contains(Call call) throws BuiltinException {
    return RegoBoolean.of(searched(call).contains(call.string(2)));
  }

  private static RegoBoolean startsWith(Call call) throws BuiltinException {
    return RegoBoolean.of(call.string(1).startsWith(call.string(2)));
  }

  private static RegoBoolean endsWith(Call call) throws BuiltinException {
    return RegoBoolean.of(call.string(1).endsWith(call.string(2)));
  }

  /** Whether one of some strings matches one of others. */
  private static RegoBoolean anyMatch(Call call, BiPredicate<String, String> matches)
      throws BuiltinException {
    List<String> strings = oneOrMore(call, 1);
    List<String> parts = oneOrMore(call, 2);
    for (String string : strings) {
      call.spend(1 + parts.size());
      if (parts.stream().anyMatch(part -> matches.test(string, part))) {
        return RegoBoolean.TRUE;
      }
    }
    return RegoBoolean.FALSE;
  }

  private static List<String> oneOrMore(Call call, int position) throws BuiltinException {
    return call.value(position) instanceof RegoString string
        ? List.of(string.value())
        : call.strings(position, "string", "set", "array");
  }

  private static RegoNumber count(Call call) throws BuiltinException {
    String text = searched(call);
    String part = call.string(2);
    if (part.isEmpty()) {
      return RegoNumber.of(text.codePointCount(0, text.length()) + 1);
    }
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return RegoNumber.of(count);
  }

  private static RegoNumber indexOf(Call call) throws BuiltinException {
    String text = searched(call);
    int index = text.indexOf(sought(call));
    return RegoNumber.of(index < 0 ? -1 : text.codePointCount(0, index));
  }

  private static RegoArray indexesOf(Call call) throws BuiltinException {
    String text = searched(call);
    String part = sought(call);
    List<RegoValue> indexes = new ArrayList<>();
    int codePoints = 0;
    int counted = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      codePoints += text.codePointCount(counted, at);
      counted = at;
      indexes.add(RegoNumber.of(codePoints));
    }
    call.spendMembers(indexes.size());
    return RegoArray.of(indexes);
  }

  private static String searched(Call call) throws BuiltinException {
    String text = call.string(1);
    if (call.value(2) instanceof RegoString part) {
      call.spendSearch(text, part.value());
    }
    return text;
  }

  private static String sought(Call call) throws BuiltinException {
    String part = call.string(2);
    if (part.isEmpty()) {
      throw BuiltinException.of("empty search character");
    }
    return part;
  }

  private static RegoString substring(Call call) throws BuiltinException {
    String text = call.string(1);
    long start = call.integer(2);
    long length = call.integer(3);
    if (start < 0) {
      throw BuiltinException.of("negative offset");
    }
    call.spendLength(text.length());
    int codePoints = text.codePointCount(0, text.length());
    if (start >= codePoints) {
      return RegoString.EMPTY;
    }
    long kept = length < 0 ? codePoints - start : Math.min(length, codePoints - start);
    int from = text.offsetByCodePoints(0, (int) start);
    return new RegoString(text.substring(from, text.offsetByCodePoints(from, (int) kept)));
  }

  private static RegoArray split(Call call) throws BuiltinException {
    return strings(parts(call));
  }

  /** The first or, where the number is negative, the last of the parts. */
  private static RegoArray splitN(Call call) throws BuiltinException {
    List<String> parts = parts(call);
    long count = call.integer(3);
    int size = (int) Math.min(Math.abs(Math.max(count, -Integer.MAX_VALUE)), parts.size());
    return strings(
        count >= 0 ? parts.subList(0, size) : parts.subList(parts.size() - size, parts.size()));
  }

  private static List<String> parts(Call call) throws BuiltinException {
    String text = searched(call);
    String separator = call.string(2);
    List<String> parts = new ArrayList<>();
    if (separator.isEmpty()) {
      text.codePoints().mapToObj(Character::toString).forEach(parts::add);
    } else {
      int from = 0;
      for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
        parts.add(text.substring(from, at));
        from = at + separator.length();
      }
      parts.add(text.substring(from));
    }
    call.spendMembers(parts.size());
    return parts;
  }

  private static RegoArray strings(List<String> strings) {
    return RegoArray.of(strings.stream().map(RegoString::new).toList());
  }

  private static RegoString formatInt(Call call) throws BuiltinException {
    RegoNumber number = call.number(1);
    String base = call.number(2).toString();
    if (!Arrays.asList("2", "8", "10", "16").contains(base)) {
      throw Call.wrongOperand(2, "must be one of {2, 8, 10, 16}");
    }
    BigInteger whole = Numbers.decimal(number).toBigInteger();
    return new RegoString(whole.toString(Integer.parseInt(base)));
  }

  /** Maps code points one by one, as Go does: no letter becomes two. */
  private static RegoString mapped(Call call, IntUnaryOperator mapping) throws BuiltinException {
    String text = call.string(1);
    call.spendLength(text.length());
    StringBuilder mapped = new StringBuilder(text.length());
    text.codePoints().map(mapping).forEach(mapped::appendCodePoint);
    return new RegoString(mapped.toString());
  }

  private static RegoString reverse(Call call) throws BuiltinException {
    String text = call.string(1);
    call.spendLength(text.length());
    return new RegoString(new StringBuilder(text).reverse().toString());
  }
}
