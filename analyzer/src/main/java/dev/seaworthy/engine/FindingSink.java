package dev.seaworthy.engine;

import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Takes the findings in one file up to a bound for each rule, so that one rule's many cannot hide
 * another's few. Those beyond it are not even worked out.
 *
 * @param <T> what is known of a finding so far
 */
final class FindingSink<T> {

  private final List<T> findings = new ArrayList<>();
  private final Fingerprints fingerprints = new Fingerprints();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> overflown = new TreeSet<>();
  private final int maxPerRule;

  FindingSink(int maxPerRule) {
    this.maxPerRule = maxPerRule;
  }

  void offer(String ruleId, Function<Fingerprints, T> finding) {
    if (counts.merge(ruleId, 1, Integer::sum) <= maxPerRule) {
      findings.add(finding.apply(fingerprints));
    } else {
      overflown.add(ruleId);
    }
  }

  List<T> findings() {
    return findings;
  }

  /** One for each rule that found more than is kept. */
  List<Problem> problems(String file) {
    return overflown.stream()
        .map(
            rule ->
                Problem.of(
                    ProblemKind.TOO_MANY_FINDINGS,
                    file,
                    "more than "
                        + maxPerRule
                        + " findings of rule '"
                        + rule
                        + "': the rest is left out",
                    "Split the file, or exclude it."))
        .toList();
  }
}
