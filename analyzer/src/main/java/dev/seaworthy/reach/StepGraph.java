package dev.seaworthy.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps that a container lets somebody take, as a graph over footholds. */
final class StepGraph {

  private final Map<Foothold, Step> arrivals = new EnumMap<>(Foothold.class);
  private final Foothold furthest;

  /**
   * @param steps the steps, those to prefer first
   */
  StepGraph(List<Step> steps) {
    Set<Foothold> seen = EnumSet.of(Foothold.CODE);
    Deque<Foothold> next = new ArrayDeque<>(seen);
    Foothold far = Foothold.CODE;
    while (!next.isEmpty()) {
      Foothold from = next.remove();
      for (Step step : steps) {
        Foothold to = step.edge().to();
        if (step.edge().from() == from && seen.add(to)) {
          arrivals.put(to, step);
          next.add(to);
          far = to.verdict().compareTo(far.verdict()) > 0 ? to : far;
        }
      }
    }
    this.furthest = far;
  }

  Verdict verdict() {
    return furthest.verdict();
  }

  /** The fewest steps that lead furthest, in order. */
  List<Step> path() {
    List<Step> path = new ArrayList<>();
    for (Foothold at = furthest;
        at != Foothold.CODE;
        at = path.get(path.size() - 1).edge().from()) {
      path.add(arrivals.get(at));
    }
    Collections.reverse(path);
    return path;
  }
}
