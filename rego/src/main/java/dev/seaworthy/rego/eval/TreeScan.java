package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reference into data whose steps are not known before: base documents and rules alike. */
public final class TreeScan extends Flow {

  private final DataNode start;
  private final TreeStep[] steps;
  private final Pattern value;
  private final RegoLocation location;
  private final Flow next;

  /**
   * A step of the reference.
   *
   * @param key the key, if it is known
   * @param pattern what keys are unified with otherwise
   */
  public record TreeStep(@Nullable Expression key, Pattern pattern) {}

  public TreeScan(
      DataNode start, List<TreeStep> steps, Pattern value, RegoLocation location, Flow next) {
    this.start = start;
    this.steps = steps.toArray(TreeStep[]::new);
    this.value = value;
    this.location = location;
    this.next = next;
  }

  /** The value of a reference whose keys are all known. */
  public static Expression lookup(
      DataNode start, List<TreeStep> steps, int slot, RegoLocation location) {
    TreeScan scan = new TreeScan(start, steps, Pattern.bind(slot), location, STOP);
    return new Expression() {
      @Override
      @Nullable RegoValue evaluate(Frame frame) {
        return scan.run(frame) ? frame.slots[slot] : null;
      }
    };
  }

  @Override
  boolean run(Frame frame) {
    RegoValue[] path = start.path();
    RegoValue base = Lookup.inBase(frame.context.data(), path, path.length);
    return at(frame, 0, start.isReplaced(frame.context) ? null : start, base);
  }

  /** Goes on from a place: a node of rules, a base document, or both. */
  private boolean at(Frame frame, int index, @Nullable DataNode node, @Nullable RegoValue base) {
    if (index == steps.length) {
      RegoValue found = node == null ? base : node.extent(frame, base);
      return found != null && value.matches(frame, found) && next.run(frame);
    }
    Expression key = steps[index].key();
    if (key == null) {
      return scanBase(frame, index, node, base) || scanRules(frame, index, node, base);
    }
    RegoValue known = key.evaluate(frame);
    return known != null && follow(frame, index, known, node, base);
  }

  private boolean scanBase(
      Frame frame, int index, @Nullable DataNode node, @Nullable RegoValue base) {
    return Scan.anyItem(base, (key, item) -> tryKey(frame, index, key, node, base));
  }

  private boolean scanRules(
      Frame frame, int index, @Nullable DataNode node, @Nullable RegoValue base) {
    if (node == null) {
      return false;
    }
    for (RegoValue key : node.keys()) {
      boolean seen = base != null && base.at(key) != null;
      if (!seen && tryKey(frame, index, key, node, base)) {
        return true;
      }
    }
    return false;
  }

  private boolean tryKey(
      Frame frame, int index, RegoValue key, @Nullable DataNode node, @Nullable RegoValue base) {
    frame.evaluation.step(location);
    return steps[index].pattern().matches(frame, key) && follow(frame, index, key, node, base);
  }

  private boolean follow(
      Frame frame, int index, RegoValue key, @Nullable DataNode node, @Nullable RegoValue base) {
    DataNode child = node == null ? null : node.child(key);
    if (child != null && child.isReplaced(frame.context)) {
      child = null;
    }
    if (child != null && child.isFunction()) {
      return false;
    }
    Rules rules = child == null ? null : child.rules();
    if (rules != null) {
      RegoValue document = rules.value(frame);
      return document != null && inside(frame, index + 1, document);
    }
    RegoValue document = Lookup.inBase(base, key);
    return (child != null || document != null) && at(frame, index + 1, child, document);
  }

  /** Goes on inside of the document of a rule. */
  private boolean inside(Frame frame, int index, RegoValue document) {
    if (index == steps.length) {
      return value.matches(frame, document) && next.run(frame);
    }
    Expression key = steps[index].key();
    if (key != null) {
      RegoValue known = key.evaluate(frame);
      RegoValue member = known == null ? null : document.at(known);
      return member != null && inside(frame, index + 1, member);
    }
    Pattern pattern = steps[index].pattern();
    return Scan.anyItem(
        document,
        (name, member) -> {
          frame.evaluation.step(location);
          return pattern.matches(frame, name) && inside(frame, index + 1, member);
        });
  }
}
