package dev.seaworthy.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses, such as {@code 10.0.0.0/8}.
 *
 * @param start an address of it
 * @param prefix how many bits of the address all of its addresses have
 */
public record IpRange(IpAddress start, int prefix) {

  private static final Pattern PREFIX = Pattern.compile("0*[0-9]{1,3}");

  /** Reads a range in CIDR notation; empty if the text is none. */
  public static Optional<IpRange> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    // an IPv4 address may be written as IPv6
    int width = text.contains(":") ? 128 : 32;
    return IpAddress.parse(text.substring(0, slash))
        .filter(address -> prefix <= width)
        .map(address -> new IpRange(address, Math.max(0, prefix - width + address.bits())));
  }

  /** Whether an address is one of this range. */
  public boolean has(IpAddress address) {
    return address.startsLike(start, prefix);
  }

  /** Whether another range is a part of this one, and not all of it. */
  public boolean holds(IpRange other) {
    return other.prefix > prefix && other.start.startsLike(start, prefix);
  }
}
