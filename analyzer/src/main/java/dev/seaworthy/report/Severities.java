package dev.seaworthy.report;

import dev.seaworthy.rule.Severity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The order in which reports name severities. */
final class Severities {

  static final List<Severity> WORST_FIRST =
      Arrays.stream(Severity.values()).sorted(Comparator.reverseOrder()).toList();

  private Severities() {}
}
