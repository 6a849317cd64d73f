package dev.seaworthy.schema.validate;

import com.google.re2j.Pattern;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses and networks of IP, as Kubernetes reads them: leading zeros count for nothing. */
final class NetworkAddress {

  private static final Pattern DIGITS = Pattern.compile("0*\\d{1,3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;

  private NetworkAddress() {}

  /** Whether a text is an address such as {@code 10.9.8.7} or {@code 2001:db8::1}. */
  static boolean isAddress(String text) {
    return isV4(text) || isV6(text);
  }

  /** Whether a text is a network such as {@code 10.9.8.0/24} or {@code 2001:db8::/64}. */
  static boolean isNetwork(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !DIGITS.matches(text.substring(slash + 1))) {
      return false;
    }
    int bits = Integer.parseInt(text.substring(slash + 1));
    String address = text.substring(0, slash);
    return isV4(address) ? bits <= V4_BITS : isV6(address) && bits <= V6_BITS;
  }

  static boolean isV4(String text) {
    String[] parts = text.split("\\.", -1);
    return parts.length == 4
        && Arrays.stream(parts)
            .allMatch(part -> DIGITS.matches(part) && Integer.parseInt(part) < 256);
  }

  static boolean isV6(String text) {
    if (!V6.matches(text)) {
      return false;
    }
    try {
      // a text of this form is no name of a host, so nothing is asked of the network
      InetAddress.getByName(text);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
