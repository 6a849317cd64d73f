package dev.seaworthy.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for the fewest changes that together lower the verdict. Which changes stop which steps is
 * known; so sets of changes are weighed on the graph of steps first, which is quick, and a set that
 * does there is tried on the manifest itself, which has the last word.
 */
final class CutSearch {

  private static final int MAX_SIZE = 3;

  /** More candidates than a pod has in practice: beyond these, sets of three are not looked at. */
  private static final int MAX_SETS = 5_000;

  /** What weighing all sets may cost, in steps looked at. */
  private static final int MAX_WEIGHED = 3_000_000;

  private static final int MAX_TRIALS = 24;

  /** What all trials may cost, in containers judged. */
  private static final int MAX_JUDGED = 300;

  private final List<List<Step>> stepsOfContainers;
  private final Verdict verdict;
  private final Function<List<Change>, Verdict> trial;
  private final List<Change> candidates;
  private int sets;
  private int trials;

  /**
   * @param stepsOfContainers the steps of each container
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
    int steps = this.stepsOfContainers.stream().mapToInt(List::size).sum();
    this.sets = Math.min(MAX_SETS, candidates.size() + MAX_WEIGHED / (1 + steps));
    this.trials = Math.min(MAX_TRIALS, 3 + MAX_JUDGED / (1 + stepsOfContainers.size()));
  }

  /** The changes, those first that stop the first step of the path; none if none do. */
  List<Change> cheapest() {
    for (int size = 1; size <= MAX_SIZE; size++) {
      Optional<List<Change>> found = ofSize(size, 0, List.of());
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

  private Optional<List<Change>> ofSize(int size, int start, List<Change> chosen) {
    if (size == 0) {
      return sets-- > 0 && lowers(chosen) ? Optional.of(chosen) : Optional.empty();
    }
    for (int i = start; i <= candidates.size() - size && sets > 0; i++) {
      List<Change> more = new ArrayList<>(chosen);
      more.add(candidates.get(i));
      Optional<List<Change>> found = ofSize(size - 1, i + 1, more);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private boolean lowers(List<Change> changes) {
    return isLowerOnGraph(changes) && trials-- > 0 && isLowerAfter(changes);
  }

  private boolean isLowerOnGraph(List<Change> changes) {
    return stepsOfContainers.stream()
        .allMatch(steps -> new StepGraph(without(steps, changes)).verdict().compareTo(verdict) < 0);
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
