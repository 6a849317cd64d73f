package dev.seaworthy.report;

import dev.seaworthy.reach.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The order in which reports name verdicts. */
final class Verdicts {

  static final List<Verdict> FURTHEST_FIRST =
      Arrays.stream(Verdict.values()).sorted(Comparator.reverseOrder()).toList();

  private Verdicts() {}
}
