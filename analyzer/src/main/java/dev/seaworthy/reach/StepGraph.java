package dev.seaworthy.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps that a container lets somebody take, as a graph over stages. */
final class StepGraph {

  private final Map<Stage, Step> arrivals = new HashMap<>();
  private final Stage furthest;

  /**
   * @param steps the steps, those to prefer first
   */
  StepGraph(List<Step> steps) {
    Set<Stage> seen = new HashSet<>(List.of(Stage.START));
    Deque<Stage> next = new ArrayDeque<>(seen);
    Stage far = Stage.START;
    while (!next.isEmpty()) {
      Stage from = next.remove();
      for (Step step : steps) {
        Stage to = step.to();
        if (step.from().equals(from) && seen.add(to)) {
          arrivals.put(to, step);
          next.add(to);
          far = verdict(to).compareTo(verdict(far)) > 0 ? to : far;
        }
      }
    }
    this.furthest = far;
  }

  /** Those of some steps that are on a way as far as a verdict, whatever their start. */
  static List<Step> leadingTo(Verdict verdict, List<Step> steps) {
    Set<Stage> leading = new HashSet<>();
    Set<Step> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    for (boolean isNew = true; isNew; ) {
      isNew = false;
      for (Step step : steps) {
        boolean leads = verdict(step.to()).compareTo(verdict) >= 0 || leading.contains(step.to());
        if (leads && kept.add(step)) {
          leading.add(step.from());
          isNew = true;
        }
      }
    }
    return steps.stream().filter(kept::contains).toList();
  }

  Verdict verdict() {
    return verdict(furthest);
  }

  /** The fewest steps that lead furthest, in order. */
  List<Step> path() {
    List<Step> path = new ArrayList<>();
    for (Stage at = furthest; !at.equals(Stage.START); at = path.get(path.size() - 1).from()) {
      path.add(arrivals.get(at));
    }
    Collections.reverse(path);
    return path;
  }

  private static Verdict verdict(Stage stage) {
    return stage.foothold().verdict();
  }
}
