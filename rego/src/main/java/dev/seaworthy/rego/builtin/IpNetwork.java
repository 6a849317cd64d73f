package dev.seaworthy.rego.builtin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A range of IP addresses with a common prefix. IPv4 addresses within IPv6 are IPv4 addresses.
 *
 * @param address the address it was given by, of which it has the prefix
 * @param bits 32 or 128
 * @param prefix the number of leading bits that are fixed
 */
record IpNetwork(BigInteger address, int bits, int prefix) {

  private static final int V4 = 32;
  private static final int V6 = 128;
  private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF).shiftLeft(V4);

  /** An address alone. */
  static Optional<IpNetwork> address(String text) {
    Optional<BigInteger> v4 = parseV4(text);
    if (v4.isPresent()) {
      return v4.map(address -> new IpNetwork(address, V4, V4));
    }
    return parseV6(text).map(address -> normalized(address, V6));
  }

  /** A network such as {@code 10.0.0.0/8}. */
  static Optional<IpNetwork> cidr(String text) {
    int slash = text.indexOf('/');
    String digits = text.substring(slash + 1);
    boolean number = digits.length() <= 3 && digits.matches("[0-9]+");
    if (slash < 0 || !number) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(digits);
    String address = text.substring(0, slash);
    Optional<BigInteger> v4 = parseV4(address);
    if (v4.isPresent()) {
      return v4.filter(a -> prefix <= V4).map(a -> new IpNetwork(a, V4, prefix).masked());
    }
    return parseV6(address).filter(a -> prefix <= V6).map(a -> normalized(a, prefix).masked());
  }

  private static IpNetwork normalized(BigInteger address, int prefix) {
    return address.shiftRight(V4).equals(MAPPED.shiftRight(V4))
        ? new IpNetwork(address.subtract(MAPPED), V4, Math.max(0, prefix - V6 + V4))
        : new IpNetwork(address, V6, prefix);
  }

  private static Optional<BigInteger> parseV4(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      return Optional.empty();
    }
    long address = 0;
    for (String octet : octets) {
      if (!octet.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(octet) > 255) {
        return Optional.empty();
      }
      address = address << 8 | Integer.parseInt(octet);
    }
    return Optional.of(BigInteger.valueOf(address));
  }

  private static Optional<BigInteger> parseV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(groups -> groups.size() == 8).map(IpNetwork::join);
    }
    Optional<List<Integer>> head = groups(text.substring(0, gap));
    Optional<List<Integer>> tail = groups(text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty() || text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(head.get());
    int missing = 8 - all.size() - tail.get().size();
    boolean v4BeforeGap = text.substring(0, gap).contains(".");
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(tail.get());
    return missing < 1 || v4BeforeGap ? Optional.empty() : Optional.of(join(all));
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      Optional<BigInteger> v4 = i == parts.length - 1 ? parseV4(parts[i]) : Optional.empty();
      if (v4.isPresent()) {
        groups.add(v4.get().shiftRight(16).intValue());
        groups.add(v4.get().intValue() & 0xFFFF);
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  private static BigInteger join(List<Integer> groups) {
    BigInteger address = BigInteger.ZERO;
    for (int group : groups) {
      address = address.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return address;
  }

  /** The network of an IPv4 address by the classes of old. */
  IpNetwork classful() {
    int first = address.shiftRight(24).intValue();
    return new IpNetwork(address, bits, first < 0x80 ? 8 : first < 0xC0 ? 16 : 24);
  }

  boolean isV4() {
    return bits == V4;
  }

  BigInteger first() {
    return address.shiftRight(bits - prefix).shiftLeft(bits - prefix);
  }

  BigInteger last() {
    return first().add(BigInteger.ONE.shiftLeft(bits - prefix)).subtract(BigInteger.ONE);
  }

  private IpNetwork masked() {
    return new IpNetwork(first(), bits, prefix);
  }

  boolean contains(IpNetwork other) {
    return bits == other.bits
        && first().compareTo(other.first()) <= 0
        && last().compareTo(other.last()) >= 0;
  }

  boolean overlaps(IpNetwork other) {
    return contains(other) || other.contains(this);
  }

  /** Returns {@code address/prefix}. */
  @Override
  public String toString() {
    return text(address, bits) + "/" + prefix;
  }

  /** An address as text, the longest run of zeros left out. */
  static String text(BigInteger address, int bits) {
    if (bits == V4) {
      int value = address.intValue();
      return (value >>> 24)
          + "."
          + (value >> 16 & 255)
          + "."
          + (value >> 8 & 255)
          + "."
          + (value & 255);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = address.shiftRight(16 * (7 - i)).intValue() & 0xFFFF;
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
