package dev.seaworthy.rego.value;

import java.util.Map;

/**
 * Hashes of values with parts. Those of {@link java.util.List} and {@link java.util.Set} add up
 * what is in there, so that pairs of small numbers mostly have the same.
 */
final class Hash {

  private static final int FACTOR = 0x9E3779B1;

  private Hash() {}

  static int ofArray(Iterable<RegoValue> items) {
    int hash = 1;
    for (RegoValue item : items) {
      hash = mixed(hash + item.hashCode());
    }
    return hash;
  }

  static int ofSet(Iterable<RegoValue> items) {
    int hash = 2;
    for (RegoValue item : items) {
      hash += mixed(item.hashCode());
    }
    return hash;
  }

  static int ofObject(Map<RegoValue, RegoValue> members) {
    int hash = 3;
    for (Map.Entry<RegoValue, RegoValue> member : members.entrySet()) {
      hash += mixed(mixed(member.getKey().hashCode()) + member.getValue().hashCode());
    }
    return hash;
  }

  private static int mixed(int hash) {
    int product = (hash ^ hash >>> 16) * FACTOR;
    return product ^ product >>> 15;
  }
}
