package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a partial object: members at paths, and sets at paths. */
final class ObjectTree {

  /** Values, sets that grow, and objects that grow. */
  private final Map<RegoValue, Object> members = new HashMap<>();

  /** The end of the body of a rule that adds a member to the tree in the first cell. */
  static Flow collectMember(List<Expression> path, Expression value, RegoLocation location) {
    Expression[] steps = path.toArray(Expression[]::new);
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        RegoValue[] keys = keys(frame, steps);
        RegoValue member = keys == null ? null : value.evaluate(frame);
        if (keys != null && member != null) {
          frame.evaluation.keep(member);
          tree(frame).put(keys, member, location);
        }
        return false;
      }
    };
  }

  /** The end of the body of a rule that adds an element to a set in the tree. */
  static Flow collectElement(List<Expression> path, Expression element, RegoLocation location) {
    Expression[] steps = path.toArray(Expression[]::new);
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        RegoValue[] keys = keys(frame, steps);
        RegoValue value = keys == null ? null : element.evaluate(frame);
        if (keys != null && value != null) {
          frame.evaluation.keep(value);
          tree(frame).add(keys, value, location);
        }
        return false;
      }
    };
  }

  private static ObjectTree tree(Frame frame) {
    return (ObjectTree) frame.cells[0];
  }

  private static RegoValue @Nullable [] keys(Frame frame, Expression[] steps) {
    RegoValue[] keys = new RegoValue[steps.length];
    for (int i = 0; i < keys.length; i++) {
      RegoValue key = steps[i].evaluate(frame);
      if (key == null) {
        return null;
      }
      keys[i] = key;
    }
    return keys;
  }

  void put(RegoValue[] path, RegoValue value, RegoLocation location) {
    Map<RegoValue, Object> parent = parent(path, location);
    Object before = parent.putIfAbsent(path[path.length - 1], value);
    if (before != null && !value.equals(frozen(before))) {
      throw EvaluationException.objectKeys(location);
    }
  }

  void add(RegoValue[] path, RegoValue element, RegoLocation location) {
    Object set =
        parent(path, location).computeIfAbsent(path[path.length - 1], key -> new Elements());
    if (!(set instanceof Elements elements)) {
      throw EvaluationException.objectKeys(location);
    }
    elements.values.add(element);
  }

  private Map<RegoValue, Object> parent(RegoValue[] path, RegoLocation location) {
    ObjectTree tree = this;
    for (int i = 0; i < path.length - 1; i++) {
      Object child = tree.members.computeIfAbsent(path[i], key -> new ObjectTree());
      if (!(child instanceof ObjectTree next)) {
        throw EvaluationException.objectKeys(location);
      }
      tree = next;
    }
    return tree.members;
  }

  RegoObject build() {
    RegoObject.Builder object = RegoObject.builder();
    members.forEach((key, member) -> object.put(key, frozen(member)));
    return object.build();
  }

  private static RegoValue frozen(Object member) {
    if (member instanceof ObjectTree tree) {
      return tree.build();
    }
    return member instanceof Elements set ? RegoSet.of(set.values) : (RegoValue) member;
  }

  private static final class Elements {
    private final Set<RegoValue> values = new HashSet<>();
  }
}
