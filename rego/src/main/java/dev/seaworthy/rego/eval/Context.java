package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules are evaluated under: input, base data, what {@code with} replaced, and the results of
 * rules so far. There is one for an evaluation, and one more for each {@code with}.
 */
final class Context {

  /** Cached for a rule that has no value. */
  static final Object UNDEFINED = new Object();

  /** Cached while a rule is evaluated. */
  static final Object RUNNING = new Object();

  private final @Nullable RegoValue input;
  private final @Nullable RegoValue data;
  private final List<RegoValue[]> replaced;
  private final Map<String, Callee> mocks;
  private @Nullable Results results;
  private @Nullable Context unmocked;

  Context(@Nullable RegoValue input, @Nullable RegoValue data) {
    this(input, data, List.of(), Map.of());
  }

  private Context(
      @Nullable RegoValue input,
      @Nullable RegoValue data,
      List<RegoValue[]> replaced,
      Map<String, Callee> mocks) {
    this.input = input;
    this.data = data;
    this.replaced = replaced;
    this.mocks = mocks;
  }

  /** This context but for what changed; nothing is cached. */
  Context with(
      @Nullable RegoValue newInput,
      @Nullable RegoValue newData,
      List<RegoValue[]> newReplaced,
      Map<String, Callee> newMocks) {
    return new Context(newInput, newData, newReplaced, newMocks);
  }

  /** This context without replaced functions: what their replacements run under. */
  Context unmocked() {
    Context known = unmocked;
    if (known == null) {
      known = mocks.isEmpty() ? this : with(input, data, replaced, Map.of());
      unmocked = known;
    }
    return known;
  }

  @Nullable RegoValue input() {
    return input;
  }

  /** The base document of data. */
  @Nullable RegoValue data() {
    return data;
  }

  /** The paths into data that were replaced, and that rules do not count for. */
  List<RegoValue[]> replaced() {
    return replaced;
  }

  Map<String, Callee> mocks() {
    return mocks;
  }

  /** What a call of a function calls. */
  Callee callee(String name, Callee original) {
    return mocks.isEmpty() ? original : mocks.getOrDefault(name, original);
  }

  /** Whether a rule or package does not count, because {@code with} replaced it. */
  boolean isReplaced(RegoValue[] path, int length) {
    if (replaced.isEmpty()) {
      return false;
    }
    for (RegoValue[] target : replaced) {
      boolean covers =
          target.length <= length
              && Arrays.equals(target, 0, target.length, path, 0, target.length);
      if (covers) {
        return true;
      }
    }
    return false;
  }

  /** What is cached under a number of the program. */
  @Nullable Object cached(int id) {
    return results == null ? null : results.get(id);
  }

  void cache(int id, Object value) {
    Results known = results;
    if (known == null) {
      known = new Results();
      results = known;
    }
    known.put(id, value);
  }
}
