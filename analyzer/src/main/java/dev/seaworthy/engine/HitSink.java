package dev.seaworthy.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Takes findings up to a bound for each rule, so that one rule's many cannot hide another's few.
 * Those beyond it are not even worked out.
 */
final class HitSink {

  private final List<Hit> hits = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> overflown = new TreeSet<>();
  private final int maxPerRule;

  HitSink(int maxPerRule) {
    this.maxPerRule = maxPerRule;
  }

  void offer(String ruleId, Supplier<Hit> hit) {
    if (counts.merge(ruleId, 1, Integer::sum) <= maxPerRule) {
      hits.add(hit.get());
    } else {
      overflown.add(ruleId);
    }
  }

  List<Hit> hits() {
    return hits;
  }

  /** The rules that found more than is kept, sorted. */
  Set<String> overflown() {
    return overflown;
  }
}
