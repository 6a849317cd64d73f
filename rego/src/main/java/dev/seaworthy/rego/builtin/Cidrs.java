package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** IP networks. */
final class Cidrs {

  private static final ArgumentType NETWORKS = ArgumentType.of("string", "array", "object", "set");

  private static final int STEPS_PER_PAIR = 32;

  private Cidrs() {}

  static Family family() {
    return new Family()
        .define("net.cidr_contains", Cidrs::contains, Family.STRING, Family.STRING)
        .define("net.cidr_overlap", Cidrs::contains, Family.STRING, Family.STRING)
        .define("net.cidr_intersects", Cidrs::intersects, Family.STRING, Family.STRING)
        .define("net.cidr_contains_matches", Cidrs::containsMatches, NETWORKS, NETWORKS)
        .define("net.cidr_expand", Cidrs::expand, Family.STRING)
        .define("net.cidr_is_valid", Cidrs::isValid, Family.STRING)
        .define("net.cidr_merge", Cidrs::merge, Family.COLLECTION);
  }

  private static IpNetwork network(RegoValue value) throws BuiltinException {
    if (value instanceof RegoString text) {
      return IpNetwork.cidr(text.value()).orElseThrow(() -> invalid(text.value()));
    }
    throw Call.wrongType(1, value, "string");
  }

  private static BuiltinException invalid(String text) {
    return BuiltinException.of("invalid CIDR address: " + text);
  }

  private static RegoBoolean contains(Call call) throws BuiltinException {
    return RegoBoolean.of(contains(call.value(1), call.value(2)));
  }

  private static boolean contains(RegoValue outer, RegoValue inner) throws BuiltinException {
    IpNetwork network = network(outer);
    if (!(inner instanceof RegoString string)) {
      throw Call.wrongType(1, inner, "string");
    }
    String text = string.value();
    IpNetwork part =
        IpNetwork.address(text)
            .or(() -> IpNetwork.cidr(text))
            .orElseThrow(
                () ->
                    BuiltinException.of(
                        "not a valid textual representation of an IP address or CIDR: " + text));
    return network.contains(part);
  }

  private static RegoBoolean intersects(Call call) throws BuiltinException {
    return RegoBoolean.of(network(call.value(1)).overlaps(network(call.value(2))));
  }

  private static RegoBoolean isValid(Call call) {
    return RegoBoolean.of(
        call.value(1) instanceof RegoString text && IpNetwork.cidr(text.value()).isPresent());
  }

  private static RegoSet containsMatches(Call call) throws BuiltinException {
    Map<RegoValue, RegoValue> outer = indexed(call, 1);
    Map<RegoValue, RegoValue> inner = indexed(call, 2);
    List<RegoValue> matches = new ArrayList<>();
    for (Map.Entry<RegoValue, RegoValue> network : outer.entrySet()) {
      for (Map.Entry<RegoValue, RegoValue> part : inner.entrySet()) {
        call.spend(STEPS_PER_PAIR);
        if (contains(network.getValue(), part.getValue())) {
          call.spendMembers(2);
          matches.add(RegoArray.of(network.getKey(), part.getKey()));
        }
      }
    }
    return RegoSet.of(matches);
  }

  /** The networks of an argument by what the result names them by. */
  private static Map<RegoValue, RegoValue> indexed(Call call, int position)
      throws BuiltinException {
    RegoValue value = call.value(position);
    Map<RegoValue, RegoValue> networks = new LinkedHashMap<>();
    if (value instanceof RegoString) {
      networks.put(value, value);
    } else if (value instanceof RegoArray array) {
      for (int i = 0; i < array.size(); i++) {
        networks.put(RegoNumber.of(i), element(position, array.get(i)));
      }
    } else if (value instanceof RegoSet set) {
      for (RegoValue item : set) {
        networks.put(item, element(position, item));
      }
    } else if (value instanceof RegoObject object) {
      for (RegoValue key : object.keys()) {
        networks.put(key, element(position, Objects.requireNonNull(object.get(key))));
      }
    }
    call.spend(networks.size());
    return networks;
  }

  private static RegoValue element(int position, RegoValue item) throws BuiltinException {
    if (item instanceof RegoArray array && array.size() > 0) {
      return array.get(0);
    }
    if (item instanceof RegoString) {
      return item;
    }
    throw BuiltinException.of(
        "operand " + position + ": element must be string or non-empty array");
  }

  private static RegoSet expand(Call call) throws BuiltinException {
    IpNetwork network = network(call.value(1));
    List<RegoValue> addresses = new ArrayList<>();
    BigInteger last = network.last();
    call.spendAll(last.subtract(network.first()).add(BigInteger.ONE));
    for (BigInteger a = network.first(); a.compareTo(last) <= 0; a = a.add(BigInteger.ONE)) {
      addresses.add(new RegoString(IpNetwork.text(a, network.bits())));
    }
    return RegoSet.of(addresses);
  }

  /** Addresses from the first to the last, and the network they are if they are just that. */
  private record Range(BigInteger first, BigInteger last, int bits, Optional<IpNetwork> network) {

    static Range of(IpNetwork network) {
      return new Range(network.first(), network.last(), network.bits(), Optional.of(network));
    }

    boolean reaches(Range next) {
      return bits == next.bits && next.first.subtract(BigInteger.ONE).compareTo(last) <= 0;
    }

    Range with(Range next) {
      return new Range(first.min(next.first), last.max(next.last), bits, Optional.empty());
    }
  }

  private static RegoSet merge(Call call) throws BuiltinException {
    List<RegoValue> items = Call.itemsOf(call.value(1));
    if (items == null) {
      throw BuiltinException.of("operand must be an array");
    }
    call.spend(items.size());
    List<Range> ranges = new ArrayList<>();
    for (RegoValue item : items) {
      ranges.add(Range.of(mergeable(item)));
    }
    ranges.sort(Comparator.comparing(Range::bits).thenComparing(Range::first));
    List<Range> merged = new ArrayList<>();
    for (Range range : ranges) {
      int end = merged.size() - 1;
      if (end >= 0 && merged.get(end).reaches(range)) {
        merged.set(end, merged.get(end).with(range));
      } else {
        merged.add(range);
      }
    }
    List<RegoValue> networks = new ArrayList<>();
    for (Range range : merged) {
      if (range.network.isPresent()) {
        networks.add(new RegoString(range.network.get().toString()));
      } else {
        cover(call, range, networks);
      }
    }
    return RegoSet.of(networks);
  }

  private static IpNetwork mergeable(RegoValue item) throws BuiltinException {
    if (!(item instanceof RegoString text)) {
      throw BuiltinException.of("element must be string");
    }
    Optional<IpNetwork> address = IpNetwork.address(text.value());
    if (address.isEmpty()) {
      return network(item);
    }
    if (!address.get().isV4()) {
      throw BuiltinException.of("IPv6 invalid: needs prefix length");
    }
    return address.get().classful();
  }

  /** Adds the fewest networks that make up a range. */
  private static void cover(Call call, Range range, List<RegoValue> networks) {
    BigInteger first = range.first;
    while (first.compareTo(range.last) <= 0) {
      BigInteger left = range.last.subtract(first).add(BigInteger.ONE);
      int aligned = first.signum() == 0 ? range.bits : first.getLowestSetBit();
      int free = Math.min(aligned, left.bitLength() - 1);
      networks.add(new RegoString(new IpNetwork(first, range.bits, range.bits - free).toString()));
      first = first.add(BigInteger.ONE.shiftLeft(free));
      call.spend(1);
    }
  }
}
