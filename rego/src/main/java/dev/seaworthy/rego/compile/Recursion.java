package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds rules that depend on themselves. */
final class Recursion {

  private final RuleNode root;
  private final Problems problems;
  private final Map<RuleDraft, Set<RuleDraft>> dependencies = new IdentityHashMap<>();

  Recursion(RuleNode root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Checks all rules, those after {@code else} each by itself. */
  void check(List<RuleDraft> drafts) {
    List<RuleDraft> all = new ArrayList<>();
    for (RuleDraft draft : drafts) {
      all.addAll(draft.chain());
    }
    for (RuleDraft draft : all) {
      dependencies.put(draft, dependenciesOf(draft));
    }
    for (RuleDraft draft : suspects(all)) {
      List<RuleDraft> cycle = cycle(draft);
      if (!cycle.isEmpty()) {
        String path = cycle.stream().map(RuleDraft::display).collect(Collectors.joining(" -> "));
        problems.recursion(draft.location(), "rule " + draft.display() + " is recursive: " + path);
      }
    }
  }

  /** What is left when rules are taken away that depend only on rules taken away before. */
  private List<RuleDraft> suspects(List<RuleDraft> all) {
    Map<RuleDraft, List<RuleDraft>> dependents = new IdentityHashMap<>();
    Map<RuleDraft, Integer> open = new IdentityHashMap<>();
    Deque<RuleDraft> settled = new ArrayDeque<>();
    for (RuleDraft draft : all) {
      Set<RuleDraft> needed = dependencies.getOrDefault(draft, Set.of());
      for (RuleDraft on : needed) {
        dependents.computeIfAbsent(on, key -> new ArrayList<>()).add(draft);
      }
      open.put(draft, needed.size());
      if (needed.isEmpty()) {
        settled.add(draft);
      }
    }
    while (!settled.isEmpty()) {
      RuleDraft draft = settled.remove();
      open.remove(draft);
      for (RuleDraft dependent : dependents.getOrDefault(draft, List.of())) {
        if (open.merge(dependent, -1, Integer::sum) == 0) {
          settled.add(dependent);
        }
      }
    }
    return all.stream().filter(open::containsKey).toList();
  }

  private Set<RuleDraft> dependenciesOf(RuleDraft draft) {
    Set<RuleDraft> found = new LinkedHashSet<>();
    new Visitor() {
      @Override
      void visit(Term term) {
        if (term instanceof Term.Call call) {
          visit(call.function());
        } else if (Terms.startsWith(term, "data")) {
          for (RuleDraft rule : root.reachable(Terms.path(term))) {
            found.addAll(rule.chain());
          }
        }
      }

      @Override
      void visit(Statement.With with) {
        visit(with.target());
      }
    }.walk(draft);
    return found;
  }

  /** The shortest way from a rule to itself; empty if there is none. */
  private List<RuleDraft> cycle(RuleDraft start) {
    Map<RuleDraft, RuleDraft> reachedFrom = new HashMap<>();
    Deque<RuleDraft> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      RuleDraft rule = next.remove();
      for (RuleDraft dependency : dependencies.getOrDefault(rule, Set.of())) {
        if (dependency == start) {
          return path(start, rule, reachedFrom);
        }
        if (reachedFrom.putIfAbsent(dependency, rule) == null) {
          next.add(dependency);
        }
      }
    }
    return List.of();
  }

  private static List<RuleDraft> path(
      RuleDraft start, RuleDraft last, Map<RuleDraft, RuleDraft> reachedFrom) {
    List<RuleDraft> path = new ArrayList<>(List.of(start));
    Set<RuleDraft> seen = new HashSet<>();
    for (RuleDraft rule = last; rule != start && seen.add(rule); rule = reachedFrom.get(rule)) {
      path.add(rule);
    }
    path.add(start);
    Collections.reverse(path);
    return path;
  }
}
