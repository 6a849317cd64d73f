package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays, sets and objects that are written out; undefined if one of their parts is. */
public final class Composite {

  private Composite() {}

  public static Expression array(List<Expression> items) {
    List<RegoValue> constants = constants(items);
    return constants == null
        ? new ArrayOf(items.toArray(Expression[]::new))
        : Expression.constant(RegoArray.of(constants));
  }

  public static Expression set(List<Expression> items) {
    List<RegoValue> constants = constants(items);
    return constants == null
        ? new SetOf(items.toArray(Expression[]::new))
        : Expression.constant(RegoSet.of(constants));
  }

  public static Expression object(List<Expression> keys, List<Expression> values) {
    List<RegoValue> constantKeys = constants(keys);
    List<RegoValue> constants = constants(values);
    if (constantKeys == null || constants == null) {
      return new ObjectOf(keys.toArray(Expression[]::new), values.toArray(Expression[]::new));
    }
    RegoObject.Builder object = RegoObject.builder();
    for (int i = 0; i < constants.size(); i++) {
      object.put(constantKeys.get(i), constants.get(i));
    }
    return Expression.constant(object.build());
  }

  private static @Nullable List<RegoValue> constants(List<Expression> parts) {
    List<RegoValue> constants = new ArrayList<>();
    for (Expression part : parts) {
      RegoValue constant = part.constant();
      if (constant == null) {
        return null;
      }
      constants.add(constant);
    }
    return constants;
  }

  private static final class ArrayOf extends Expression {

    private final Expression[] items;

    ArrayOf(Expression[] items) {
      this.items = items;
    }

    @Override
    @Nullable RegoValue evaluate(Frame frame) {
      RegoValue[] values = new RegoValue[items.length];
      for (int i = 0; i < values.length; i++) {
        RegoValue value = items[i].evaluate(frame);
        if (value == null) {
          return null;
        }
        values[i] = value;
      }
      return frame.evaluation.made(RegoArray.of(values));
    }
  }

  private static final class SetOf extends Expression {

    private final Expression[] items;

    SetOf(Expression[] items) {
      this.items = items;
    }

    @Override
    @Nullable RegoValue evaluate(Frame frame) {
      RegoSet.Builder set = RegoSet.builder();
      for (Expression item : items) {
        RegoValue value = item.evaluate(frame);
        if (value == null) {
          return null;
        }
        set.add(value);
      }
      return frame.evaluation.made(set.build());
    }
  }

  private static final class ObjectOf extends Expression {

    private final Expression[] keys;
    private final Expression[] values;

    ObjectOf(Expression[] keys, Expression[] values) {
      this.keys = keys;
      this.values = values;
    }

    @Override
    @Nullable RegoValue evaluate(Frame frame) {
      RegoObject.Builder object = RegoObject.builder();
      for (int i = 0; i < keys.length; i++) {
        RegoValue key = keys[i].evaluate(frame);
        RegoValue value = key == null ? null : values[i].evaluate(frame);
        if (key == null || value == null) {
          return null;
        }
        object.put(key, value);
      }
      return frame.evaluation.made(object.build());
    }
  }
}
