package dev.seaworthy.model;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as Kubernetes reads it: IPv4 in four decimal numbers, or IPv6.
 *
 * @param value the address as a number
 * @param bits how many bits it has: 32 or 128
 */
public record IpAddress(BigInteger value, int bits) {

  private static final Pattern IPV4 =
      Pattern.compile("0*[0-9]{1,3}\\.0*[0-9]{1,3}\\.0*[0-9]{1,3}\\.0*[0-9]{1,3}");
  private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}");
  private static final int MAX_LENGTH = 64;

  /** Reads an address; empty if the text is none. */
  public static Optional<IpAddress> parse(String text) {
    boolean four = text.length() <= MAX_LENGTH && IPV4.matcher(text).matches();
    return four ? parseFour(text) : parseSix(text);
  }

  private static Optional<IpAddress> parseFour(String text) {
    BigInteger value = BigInteger.ZERO;
    for (String part : text.split("\\.")) {
      int number = new BigInteger(part).intValue();
      if (number > 255) {
        return Optional.empty();
      }
      value = value.shiftLeft(8).or(BigInteger.valueOf(number));
    }
    return Optional.of(new IpAddress(value, 32));
  }

  /** No name is ever looked up: what has a colon is an address or none. */
  private static Optional<IpAddress> parseSix(String text) {
    if (!IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.getByName(text).getAddress();
      return Optional.of(new IpAddress(new BigInteger(1, bytes), 8 * bytes.length));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  public boolean isIpv6() {
    return bits == 128;
  }

  /** Whether its first bits are those of another address. */
  public boolean startsLike(IpAddress other, int prefix) {
    return bits == other.bits
        && value.shiftRight(bits - prefix).equals(other.value.shiftRight(bits - prefix));
  }
}
