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
    Map<Stage, List<Step>> byStart = new HashMap<>();
    steps.forEach(
        step -> byStart.computeIfAbsent(step.from(), unused -> new ArrayList<>()).add(step));
    while (!next.isEmpty()) {
      for (Step step : byStart.getOrDefault(next.remove(), List.of())) {
        Stage to = step.to();
        if (seen.add(to)) {
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
    Map<Stage, List<Step>> byEnd = new HashMap<>();
    steps.forEach(step -> byEnd.computeIfAbsent(step.to(), unused -> new ArrayList<>()).add(step));
    Set<Stage> leading = new HashSet<>(byEnd.keySet());
    leading.removeIf(stage -> verdict(stage).compareTo(verdict) < 0);
    Set<Step> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Stage> next = new ArrayDeque<>(leading);
    while (!next.isEmpty()) {
      for (Step step : byEnd.getOrDefault(next.remove(), List.of())) {
        kept.add(step);
        if (leading.add(step.from())) {
          next.add(step.from());
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
