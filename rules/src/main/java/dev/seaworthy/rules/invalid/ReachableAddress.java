package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.IpAddress;
import dev.seaworthy.model.IpRange;
import dev.seaworthy.rule.Violations;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** Addresses that traffic is sent to, and those that the API server never takes as such. */
final class ReachableAddress {

  /** What only the node itself reaches, or nobody. */
  private static final Map<String, String> NEAR =
      Map.of(
          "127.0.0.0/8", "the node itself",
          "::1/128", "the node itself",
          "169.254.0.0/16", "one link only",
          "fe80::/10", "one link only",
          "224.0.0.0/24", "many on one link",
          "ff02::/16", "many on one link");

  private ReachableAddress() {}

  /** Judges an address; what is none is judged elsewhere. */
  static void check(Field address, Violations violations) {
    Optional<IpAddress> parsed = IpAddress.parse(address.text());
    if (parsed.isEmpty()) {
      return;
    }
    if (parsed.get().value().equals(BigInteger.ZERO)) {
      violations.report(address, "address '" + address.text() + "' is that of nobody");
      return;
    }
    NEAR.entrySet().stream()
        .filter(
            range ->
                IpRange.parse(range.getKey()).filter(near -> near.has(parsed.get())).isPresent())
        .findFirst()
        .ifPresent(
            range ->
                violations.report(
                    address,
                    "address '"
                        + address.text()
                        + "' is for "
                        + range.getValue()
                        + ", and nothing is sent there"));
  }
}
