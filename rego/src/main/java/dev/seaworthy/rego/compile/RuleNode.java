package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A place in data that rules or packages are at. A rule is where the constant steps of its
 * reference lead.
 */
final class RuleNode {

  private static final RegoString SYSTEM = new RegoString("system");

  private final List<RegoValue> path;
  private final SortedMap<RegoValue, RuleNode> children = new TreeMap<>();
  private final List<RuleDraft> rules = new ArrayList<>();
  private boolean object;

  private RuleNode(List<RegoValue> path) {
    this.path = path;
  }

  /** The tree of all packages, with empty ones, and of all rules. */
  static RuleNode tree(List<RuleDraft> drafts, List<List<RegoValue>> packages) {
    RuleNode root = new RuleNode(List.of());
    for (List<RegoValue> path : packages) {
      root.descend(path);
    }
    for (RuleDraft draft : drafts) {
      root.descend(draft.groundPrefix()).add(draft);
    }
    return root;
  }

  private void add(RuleDraft draft) {
    rules.add(draft);
    object |= !draft.isGround();
  }

  private RuleNode descend(List<RegoValue> steps) {
    RuleNode node = this;
    for (RegoValue step : steps) {
      RuleNode parent = node;
      node = node.children.computeIfAbsent(step, key -> new RuleNode(parent.pathTo(key)));
    }
    return node;
  }

  private List<RegoValue> pathTo(RegoValue key) {
    List<RegoValue> to = new ArrayList<>(path);
    to.add(key);
    return List.copyOf(to);
  }

  List<RegoValue> path() {
    return path;
  }

  Map<RegoValue, RuleNode> children() {
    return children;
  }

  /** The rules that are exactly here. */
  List<RuleDraft> rules() {
    return rules;
  }

  /** Whether the whole of data leaves it out. */
  boolean isHidden() {
    return path.equals(List.of(SYSTEM));
  }

  boolean isFunction() {
    return !rules.isEmpty() && rules.get(0).isFunction();
  }

  /** Whether rules with variables in their names make this an object with all that is below. */
  boolean isObject() {
    return object;
  }

  @Nullable RuleNode child(RegoValue key) {
    return children.get(key);
  }

  /** The node at a path, or null. */
  @Nullable RuleNode find(List<RegoValue> steps) {
    RuleNode node = this;
    for (RegoValue step : steps) {
      node = node.child(step);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  void forEach(Consumer<RuleNode> action) {
    action.accept(this);
    for (RuleNode child : children.values()) {
      child.forEach(action);
    }
  }

  /** The rules here and below. */
  List<RuleDraft> allRules() {
    List<RuleDraft> all = new ArrayList<>();
    forEach(node -> all.addAll(node.rules));
    return all;
  }

  /** The rules of the document that is here: in an object, those of documents below are too. */
  List<RuleDraft> documentRules() {
    return isObject()
        ? allRules().stream().filter(rule -> !rule.isFunction() && !rule.isDefault()).toList()
        : rules;
  }

  /** All rules that a reference with these steps may lead to. */
  List<RuleDraft> reachable(List<Term> steps) {
    List<RuleDraft> found = new ArrayList<>();
    addReachable(steps, found);
    return found;
  }

  private void addReachable(List<Term> steps, List<RuleDraft> found) {
    if (steps.isEmpty()) {
      for (RuleNode child : children.values()) {
        found.addAll(child.allRules());
      }
      return;
    }
    Optional<RegoValue> key = Terms.constant(steps.get(0));
    if (key.isEmpty()) {
      for (RuleNode child : children.values()) {
        child.addReachableFrom(steps, found);
      }
    } else if (children.containsKey(key.get())) {
      children.get(key.get()).addReachableFrom(steps, found);
    }
  }

  private void addReachableFrom(List<Term> steps, List<RuleDraft> found) {
    found.addAll(rules);
    addReachable(steps.subList(1, steps.size()), found);
  }
}
