package dev.seaworthy.rego.value;

/** The weights of values with parts. */
final class Weight {

  private Weight() {}

  /** The weight of a value with these parts; the sum of what they weigh, and itself. */
  static int of(Iterable<RegoValue> parts) {
    long weight = 1;
    for (RegoValue part : parts) {
      weight += part.weight();
    }
    return (int) Math.min(weight, Integer.MAX_VALUE);
  }
}
