package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoString;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version (semver.org).
 *
 * @param numbers major, minor and patch version
 * @param preRelease what follows the hyphen, or nothing
 */
record SemVer(long[] numbers, String preRelease) {

  private static final String NUMBER = "(?:0|[1-9][0-9]*)";
  private static final String IDENTIFIER = "(?:" + NUMBER + "|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
  private static final Pattern SYNTAX =
      Pattern.compile(
          "v?(%1$s)\\.(%1$s)\\.(%1$s)(?:-(%2$s(?:\\.%2$s)*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?"
              .formatted(NUMBER, IDENTIFIER));

  static Family family() {
    return new Family()
        .define("semver.compare", SemVer::compare, Family.STRING, Family.STRING)
        .define("semver.is_valid", SemVer::isValid, Family.ANY);
  }

  private static RegoNumber compare(Call call) throws BuiltinException {
    call.string(1);
    call.string(2);
    return RegoNumber.of(Integer.signum(operand(call, 1).compare(operand(call, 2))));
  }

  private static SemVer operand(Call call, int position) throws BuiltinException {
    String text = call.string(position);
    return parse(text)
        .orElseThrow(
            () ->
                BuiltinException.of(
                    "operand %d: string %s is not a valid SemVer"
                        .formatted(position, new RegoString(text))));
  }

  private static RegoBoolean isValid(Call call) {
    return RegoBoolean.of(
        call.value(1) instanceof RegoString text && parse(text.value()).isPresent());
  }

  private static Optional<SemVer> parse(String text) {
    Matcher parts = SYNTAX.matcher(text);
    if (text.length() > 1024 || !parts.matches()) {
      return Optional.empty();
    }
    long[] numbers = new long[3];
    try {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Long.parseLong(parts.group(i + 1));
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    return Optional.of(new SemVer(numbers, parts.group(4) == null ? "" : parts.group(4)));
  }

  private int compare(SemVer other) {
    int order = Arrays.compare(numbers, other.numbers);
    if (order != 0 || preRelease.equals(other.preRelease)) {
      return order;
    }
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return preRelease.isEmpty() ? 1 : -1;
    }
    String[] mine = preRelease.split("\\.");
    String[] others = other.preRelease.split("\\.");
    for (int i = 0; i < Math.min(mine.length, others.length); i++) {
      int identifiers = compareIdentifiers(mine[i], others[i]);
      if (identifiers != 0) {
        return identifiers;
      }
    }
    return Integer.compare(mine.length, others.length);
  }

  /** Numbers come before words. */
  private static int compareIdentifiers(String a, String b) {
    boolean aNumber = a.matches("[0-9]+");
    boolean bNumber = b.matches("[0-9]+");
    if (aNumber && bNumber) {
      return new BigInteger(a).compareTo(new BigInteger(b));
    }
    return aNumber || bNumber ? Boolean.compare(bNumber, aNumber) : a.compareTo(b);
  }
}
