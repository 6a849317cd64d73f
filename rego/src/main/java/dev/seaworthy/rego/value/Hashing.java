package dev.seaworthy.rego.value;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Hashes of values. They differ from process to process, so that nobody can write a manifest whose
 * keys all have the same one and make each look-up a search. Nothing depends on the order that they
 * lead to: values are iterated in their own order.
 */
final class Hashing {

  private static final long FACTOR = new SplittableRandom().nextLong() | 1;

  private Hashing() {}

  static int of(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = hash * FACTOR + text.charAt(i);
    }
    return mixed(hash);
  }

  static int of(long number) {
    return mixed(number);
  }

  static int of(List<RegoValue> items) {
    long hash = items.size();
    for (int i = 0; i < items.size(); i++) {
      hash = hash * FACTOR + items.get(i).hashCode();
    }
    return mixed(hash);
  }

  static int of(Map<RegoValue, RegoValue> members) {
    int sum = 0;
    for (Map.Entry<RegoValue, RegoValue> member : members.entrySet()) {
      sum += mixed(member.getKey().hashCode() * FACTOR + member.getValue().hashCode());
    }
    return sum;
  }

  private static int mixed(long hash) {
    long product = (hash ^ (hash >>> 32)) * FACTOR;
    return (int) ((product ^ (product >>> 29)) * FACTOR >>> 32);
  }
}
