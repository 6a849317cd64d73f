package dev.seaworthy.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for the fewest changes that together lower the verdict. Which changes stop which steps is
 * known; so sets of changes are weighed on the graph of steps first, which is quick, and a set that
 * does there is tried on the manifest itself, which has the last word.
 *
 * <p>Whatever lowers the verdict stops a step of the shortest path, and then one of the shortest
 * path that is left: so no other changes need to be looked at.
 */
final class CutSearch {

  private static final int MAX_SIZE = 3;

  /** Sets that are weighed: more than there are unless a pod is open in very many ways. */
  private static final int MAX_SETS = 2_000;

  private static final int MAX_TRIALS = 24;

  /** What all trials may cost, in containers judged. */
  private static final int MAX_JUDGED = 300;

  private final List<List<Step>> stepsOfContainers;
  private final Verdict verdict;
  private final Function<List<Change>, Verdict> trial;
  private final List<Change> candidates;
  private int sets = MAX_SETS;
  private int trials;

  /**
   * @param stepsOfContainers the steps of each container, those first whose changes to prefer
   * @param verdict the verdict to lower
   * @param trial the verdict on the manifest after some changes
   */
  CutSearch(
      List<List<Step>> stepsOfContainers, Verdict verdict, Function<List<Change>, Verdict> trial) {
    this.stepsOfContainers =
        stepsOfContainers.stream().map(steps -> StepGraph.leadingTo(verdict, steps)).toList();
    this.verdict = verdict;
    this.trial = trial;
    this.candidates = candidates();
    this.trials = Math.min(MAX_TRIALS, 3 + MAX_JUDGED / (1 + stepsOfContainers.size()));
  }

  /** The changes, in the order in which to make them; none if none do. */
  List<Change> cheapest() {
    for (int size = 1; size <= MAX_SIZE; size++) {
      Optional<List<Change>> found = ofSize(size, List.of());
      if (found.isPresent()) {
        return withoutNeedless(found.get());
      }
    }
    return greedy();
  }

  private List<Change> candidates() {
    List<Change> found = new ArrayList<>();
    stepsOfContainers.forEach(
        steps -> steps.forEach(step -> step.cuts().forEach(change -> add(change, found))));
    return found;
  }

  /** Some changes and at most so many more that together lower the verdict. */
  private Optional<List<Change>> ofSize(int size, List<Change> chosen) {
    Optional<List<Step>> path = openPath(chosen);
    if (path.isEmpty()) {
      return trials-- > 0 && isLowerAfter(chosen) ? Optional.of(chosen) : Optional.empty();
    }
    if (size == 0 || sets-- <= 0) {
      return Optional.empty();
    }
    for (Change change : stopping(path.get())) {
      List<Change> more = new ArrayList<>(chosen);
      more.add(change);
      Optional<List<Change>> found = ofSize(size - 1, more);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A path of any container that still leads as far, after some changes. */
  private Optional<List<Step>> openPath(List<Change> changes) {
    for (List<Step> steps : stepsOfContainers) {
      StepGraph graph = new StepGraph(without(steps, changes));
      if (graph.verdict().compareTo(verdict) >= 0) {
        return Optional.of(graph.path());
      }
    }
    return Optional.empty();
  }

  /** The changes that stop a path, those to prefer first. */
  private List<Change> stopping(List<Step> path) {
    List<Change> changes = new ArrayList<>();
    path.forEach(step -> step.cuts().forEach(change -> add(change, changes)));
    changes.sort(Comparator.comparing(this::preference));
    return changes;
  }

  private int preference(Change change) {
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).isSameAs(change)) {
        return i;
      }
    }
    return candidates.size();
  }

  /** Stops the shortest path that is left, again and again. */
  private List<Change> greedy() {
    List<Change> chosen = new ArrayList<>();
    for (List<Step> steps : stepsOfContainers) {
      StepGraph graph = new StepGraph(without(steps, chosen));
      while (graph.verdict().compareTo(verdict) >= 0) {
        Optional<Change> best = mostEffective(graph.path(), steps);
        if (best.isEmpty()) {
          return List.of();
        }
        chosen.add(best.get());
        graph = new StepGraph(without(steps, chosen));
      }
    }
    return isLowerAfter(chosen) ? withoutNeedless(chosen) : everything();
  }

  /** What one change closes another may open, so all of them are made and then fewer. */
  private List<Change> everything() {
    return isLowerAfter(candidates) ? withoutNeedless(candidates) : List.of();
  }

  /** A change may do more than the graph knows, so that another is not needed after all. */
  private List<Change> withoutNeedless(List<Change> changes) {
    List<Change> needed = new ArrayList<>(changes);
    for (Change change : changes) {
      List<Change> others = new ArrayList<>(needed);
      others.remove(change);
      if (!others.isEmpty() && isLowerAfter(others)) {
        needed = others;
      }
    }
    return needed;
  }

  private boolean isLowerAfter(List<Change> changes) {
    return trial.apply(changes).compareTo(verdict) < 0;
  }

  private static Optional<Change> mostEffective(List<Step> path, List<Step> steps) {
    Change best = null;
    int most = 0;
    for (Step step : path) {
      for (Change change : step.cuts()) {
        int stopped = steps.size() - without(steps, List.of(change)).size();
        if (stopped > most) {
          most = stopped;
          best = change;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The steps that changes leave open. */
  static List<Step> without(List<Step> steps, List<Change> changes) {
    return steps.stream()
        .filter(step -> step.cuts().stream().noneMatch(cut -> contains(changes, cut)))
        .toList();
  }

  private static void add(Change change, List<Change> changes) {
    if (!contains(changes, change)) {
      changes.add(change);
    }
  }

  private static boolean contains(List<Change> changes, Change change) {
    return changes.stream().anyMatch(change::isSameAs);
  }
}
