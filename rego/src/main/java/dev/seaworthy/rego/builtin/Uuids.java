package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UUIDs and random numbers. Within an evaluation the same arguments give the same results. */
final class Uuids {

  private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern HYPHENATED =
      Pattern.compile(
          "(?:(?i:urn:uuid:)|\\{)?"
              + "([0-9a-fA-F]{8})-([0-9a-fA-F]{4})-([0-9a-fA-F]{4})-([0-9a-fA-F]{4})"
              + "-([0-9a-fA-F]{12})\\}?");

  /** The Gregorian calendar began so many units of 100 ns before 1970. */
  private static final long GREGORIAN_START = 122_192_928_000_000_000L;

  private record Key(String function, RegoValue argument, long bound) {}

  private Uuids() {}

  static Family family() {
    return new Family()
        .define("uuid.parse", Uuids::parse, Family.STRING)
        .define("uuid.rfc4122", Uuids::random, Family.STRING)
        .define("rand.intn", Uuids::randomNumber, Family.STRING, Family.NUMBER);
  }

  static RandomGenerator generator(Call call) throws BuiltinException {
    return call.context()
        .random()
        .orElseThrow(() -> BuiltinException.of("this evaluation has no source of randomness"));
  }

  private static RegoValue random(Call call) throws BuiltinException {
    Key key = new Key("uuid.rfc4122", call.value(1), 0);
    RegoValue known = (RegoValue) call.context().cache().get(key);
    if (known != null) {
      return known;
    }
    RandomGenerator generator = generator(call);
    long high = generator.nextLong() & ~0xF000L | 0x4000L;
    long low = generator.nextLong() & ~(3L << 62) | 1L << 63;
    RegoValue uuid = new RegoString(new UUID(high, low).toString());
    call.context().cache().put(key, uuid);
    return uuid;
  }

  private static RegoValue randomNumber(Call call) throws BuiltinException {
    String seed = call.string(1);
    long bound = Math.abs(call.integer(2));
    if (bound == 0) {
      return RegoNumber.of(0);
    }
    Key key = new Key("rand.intn", new RegoString(seed), bound);
    RegoValue known = (RegoValue) call.context().cache().get(key);
    if (known != null) {
      return known;
    }
    RegoValue number = RegoNumber.of(generator(call).nextLong(Math.max(1, bound)));
    call.context().cache().put(key, number);
    return number;
  }

  private static @Nullable RegoObject parse(Call call) throws BuiltinException {
    Optional<UUID> parsed = parse(call.string(1));
    if (parsed.isEmpty()) {
      return null;
    }
    UUID uuid = parsed.get();
    RegoObject.Builder parts =
        RegoObject.builder()
            .put("version", RegoNumber.of(uuid.version()))
            .put("variant", new RegoString(variant(uuid)));
    if (uuid.version() == 1 || uuid.version() == 2) {
      timeBased(uuid, parts);
    }
    return parts.build();
  }

  private static Optional<UUID> parse(String text) {
    Matcher parts = HYPHENATED.matcher(text);
    boolean braces = text.startsWith("{");
    if (parts.matches() && braces == text.endsWith("}")) {
      return Optional.of(
          UUID.fromString(
              String.join(
                  "-",
                  parts.group(1),
                  parts.group(2),
                  parts.group(3),
                  parts.group(4),
                  parts.group(5))));
    }
    if (!PLAIN.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new UUID(
            Long.parseUnsignedLong(text.substring(0, 16), 16),
            Long.parseUnsignedLong(text.substring(16), 16)));
  }

  private static String variant(UUID uuid) {
    return switch (uuid.variant()) {
      case 0 -> "Reserved";
      case 2 -> "RFC4122";
      case 6 -> "Microsoft";
      default -> "Future";
    };
  }

  private static void timeBased(UUID uuid, RegoObject.Builder parts) {
    long high = uuid.getMostSignificantBits();
    long low = uuid.getLeastSignificantBits();
    long time = high >>> 32 | (high >>> 16 & 0xFFFF) << 32 | (high & 0xFFF) << 48;
    String node = String.format("%012x", low & 0xFFFF_FFFF_FFFFL);
    int firstOctet = Integer.parseInt(node.substring(0, 2), 16);
    parts
        .put("time", RegoNumber.of((time - GREGORIAN_START) * 100))
        .put("nodeid", new RegoString(node.replaceAll("..(?!$)", "$0-")))
        .put(
            "macvariables",
            new RegoString(
                ((firstOctet & 2) == 0 ? "global:" : "local:")
                    + ((firstOctet & 1) == 0 ? "unicast" : "multicast")))
        .put("clocksequence", RegoNumber.of(low >>> 48 & 0x3FFF));
    if (uuid.version() == 2) {
      parts
          .put("id", RegoNumber.of(high >>> 32))
          .put("domain", new RegoString(domain((int) (low >>> 48 & 0xFF))));
    }
  }

  private static String domain(int domain) {
    return switch (domain) {
      case 0 -> "Person";
      case 1 -> "Group";
      case 2 -> "Org";
      default -> "Domain" + domain;
    };
  }
}
