package dev.seaworthy.rules.invalid;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses, such as {@code 10.0.0.0/8}.
 *
 * @param start an address of it
 * @param prefix how many bits of the address all of its addresses have
 */
record IpRange(IpAddress start, int prefix) {

  private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");

  /** Reads a range in CIDR notation; empty if the text is none. */
  static Optional<IpRange> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return IpAddress.parse(text.substring(0, slash))
        .filter(address -> prefix <= address.bits())
        .map(address -> new IpRange(address, prefix));
  }

  /** Whether an address is one of this range. */
  boolean has(IpAddress address) {
    return address.startsLike(start, prefix);
  }

  /** Whether another range is a part of this one, and not all of it. */
  boolean holds(IpRange other) {
    return other.prefix > prefix && other.start.startsLike(start, prefix);
  }
}
