package dev.seaworthy.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Takes findings up to a bound; those beyond it are not even worked out. */
final class HitSink {

  private final List<Hit> hits = new ArrayList<>();
  private final int max;
  private boolean overflown;

  HitSink(int max) {
    this.max = max;
  }

  void offer(Supplier<Hit> hit) {
    if (hits.size() < max) {
      hits.add(hit.get());
    } else {
      overflown = true;
    }
  }

  List<Hit> hits() {
    return hits;
  }

  /** Whether there was more than is kept. */
  boolean isOverflown() {
    return overflown;
  }
}
