package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place in data: a package, or the document of rules. */
public final class DataNode {

  private final int id;
  private final RegoValue[] path;
  private final boolean hidden;
  private final Map<RegoValue, DataNode> children = new HashMap<>();
  private final List<RegoValue> keys = new ArrayList<>();
  private @Nullable Rules rules;
  private boolean isFunction;

  /**
   * @param id the number of its place in the cache
   * @param hidden whether it is left out where the whole of data is looked at
   */
  public DataNode(int id, List<RegoValue> path, boolean hidden) {
    this.id = id;
    this.path = path.toArray(RegoValue[]::new);
    this.hidden = hidden;
  }

  /** Adds a package or rule; they come in the order of their keys. */
  public void add(RegoValue key, DataNode child) {
    children.put(key, child);
    keys.add(key);
  }

  public void define(Rules document) {
    rules = document;
  }

  /** Says that there is a function here, which is no document. */
  public void defineFunction() {
    isFunction = true;
  }

  RegoValue[] path() {
    return path;
  }

  boolean isFunction() {
    return isFunction;
  }

  @Nullable Rules rules() {
    return rules;
  }

  @Nullable DataNode child(RegoValue key) {
    return children.get(key);
  }

  /** The keys of packages and rules, in order. */
  List<RegoValue> keys() {
    return keys;
  }

  boolean isReplaced(Context context) {
    return context.isReplaced(path, path.length);
  }

  /** The whole document of a package: base document, packages and rules below. */
  public Expression extent() {
    return new Expression() {
      @Override
      @Nullable RegoValue evaluate(Frame frame) {
        Context context = frame.context;
        RegoValue base = Lookup.inBase(context.data(), path, path.length);
        if (isReplaced(context)) {
          return base;
        }
        Object known = context.cached(id);
        if (known == null) {
          known = extent(frame, base);
          context.cache(id, known);
        }
        return (RegoValue) known;
      }
    };
  }

  RegoValue extent(Frame frame, @Nullable RegoValue base) {
    RegoObject virtual = virtual(frame);
    return base == null ? virtual : merge(base, virtual);
  }

  private RegoObject virtual(Frame frame) {
    RegoObject.Builder document = RegoObject.builder();
    for (RegoValue key : keys) {
      DataNode child = Objects.requireNonNull(children.get(key));
      boolean counts = !child.hidden && !child.isFunction && !child.isReplaced(frame.context);
      RegoValue value = counts ? child.document(frame) : null;
      if (value != null) {
        document.put(key, value);
      }
    }
    return document.build();
  }

  private @Nullable RegoValue document(Frame frame) {
    return rules == null ? virtual(frame) : rules.value(frame);
  }

  /** Objects are merged; where they cannot be, the base document counts. */
  private static RegoValue merge(RegoValue base, RegoValue virtual) {
    if (!(base instanceof RegoObject left) || !(virtual instanceof RegoObject right)) {
      return base;
    }
    RegoObject.Builder merged = RegoObject.builder();
    for (RegoValue key : right.keys()) {
      merged.put(key, Objects.requireNonNull(right.get(key)));
    }
    for (RegoValue key : left.keys()) {
      RegoValue value = Objects.requireNonNull(left.get(key));
      RegoValue other = right.get(key);
      merged.put(key, other == null ? value : merge(value, other));
    }
    return merged.build();
  }
}
