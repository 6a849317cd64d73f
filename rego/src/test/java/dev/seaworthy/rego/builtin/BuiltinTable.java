package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Calls built-ins with arguments in JSON, in which {@code {"#set": [1]}} is a set. */
final class BuiltinTable {

  /** The budget of a call: enough for each in a test that is not meant to run out of it. */
  static final long BUDGET = 10_000_000;

  private BuiltinTable() {}

  /** The result in Rego's notation, {@code undefined}, or {@code error: ...}. */
  static String call(String name, String arguments) {
    RegoValue[] values = values(arguments).items().toArray(new RegoValue[0]);
    try {
      RegoValue result =
          Builtins.find(name).orElseThrow().function().apply(new TestContext(), values);
      return result == null ? "undefined" : result.toString();
    } catch (BuiltinException e) {
      return "error: " + e.getMessage();
    }
  }

  private static RegoArray values(String arguments) {
    try {
      return (RegoArray) withSets(RegoJson.parse(arguments));
    } catch (ParseException e) {
      throw new IllegalArgumentException(arguments, e);
    }
  }

  private static RegoValue withSets(RegoValue value) {
    if (value instanceof RegoArray array) {
      return RegoArray.of(array.items().stream().map(BuiltinTable::withSets).toList());
    }
    if (!(value instanceof RegoObject object)) {
      return value;
    }
    if (object.get("#set") instanceof RegoArray items) {
      return RegoSet.of(((RegoArray) withSets(items)).items());
    }
    RegoObject.Builder members = RegoObject.builder();
    for (RegoValue key : object.keys()) {
      members.put(key, withSets(object.get(key)));
    }
    return members.build();
  }

  /** Thrown where a call does more work than the budget allows. */
  static final class BudgetExceeded extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static final class TestContext implements BuiltinContext {

    private final Map<Object, Object> cache = new HashMap<>();
    private long spent;

    @Override
    public void spend(long steps) {
      spent += steps;
      if (spent > BUDGET) {
        throw new BudgetExceeded();
      }
    }

    @Override
    public Optional<Long> now() {
      return Optional.of(1_670_006_453_141_828_752L);
    }

    @Override
    public Optional<RandomGenerator> random() {
      return Optional.of(new Random(42));
    }

    @Override
    public RegoValue runtime() {
      return RegoValue.of(Map.of("version", "1"));
    }

    @Override
    public Map<Object, Object> cache() {
      return cache;
    }
  }
}
