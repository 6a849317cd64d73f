package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.builtin.BuiltinContext;
import dev.seaworthy.rego.builtin.BuiltinException;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The state of one evaluation: its budget, and what it offers to built-ins. */
final class Evaluation implements BuiltinContext {

  private static final int STEPS_BETWEEN_CHECKS = 1024;
  private static final int STEPS_TO_KEEP = 32;
  private static final int VALUES_PER_STEP = 16;
  private static final int MAX_WEIGHT = 1 << 26;
  private static final int FIRST_COMPOSITE = RegoArray.EMPTY.typeOrder();
  private static final long NANOSECONDS = 1_000_000_000;

  private final EvaluationOptions options;
  private final Map<Object, Object> builtinCache = new HashMap<>();
  private long left;
  private int untilCheck;
  private @Nullable Long now;
  private @Nullable RandomGenerator random;
  private RegoLocation place;
  private @Nullable Trace trace;

  Evaluation(EvaluationOptions options, RegoLocation start) {
    this.options = options;
    this.left = options.steps();
    this.place = start;
    nextCheck();
  }

  EvaluationOptions options() {
    return options;
  }

  /** Only programs that can be traced ask for it. */
  Trace trace() {
    if (trace == null) {
      trace = new Trace(options.tracer().orElse(event -> {}));
    }
    return trace;
  }

  /** Counts a step. */
  void step(RegoLocation at) {
    place = at;
    if (--untilCheck < 0) {
      check(at);
    }
  }

  /** Notes where work begins that takes steps, for the errors it leads to. */
  void enter(RegoLocation call) {
    place = call;
  }

  @Override
  public void spend(long steps) {
    if (steps <= untilCheck) {
      untilCheck -= (int) steps;
      return;
    }
    left -= steps - untilCheck;
    untilCheck = -1;
    check(place);
  }

  /**
   * Bounds a value that was made: values that share parts can be far larger than the memory that
   * they take, and what looks at all of one would not end.
   */
  RegoValue made(RegoValue value) {
    if (value.weight() > MAX_WEIGHT) {
      throw EvaluationException.of(
          place, "eval_budget_error", "a value has more than " + MAX_WEIGHT + " parts");
    }
    return value;
  }

  /** Counts what it takes to keep a value among others: memory, and looking for it. */
  void keep(RegoValue value) {
    spend(STEPS_TO_KEEP + value.weight() / VALUES_PER_STEP);
  }

  boolean equal(RegoValue a, RegoValue b) {
    countComparison(a, b);
    return a.equals(b);
  }

  int compare(RegoValue a, RegoValue b) {
    countComparison(a, b);
    return a.compareTo(b);
  }

  private void countComparison(RegoValue a, RegoValue b) {
    if (a != b && a.typeOrder() >= FIRST_COMPOSITE && a.typeOrder() == b.typeOrder()) {
      spend(Math.min(a.weight(), b.weight()) / VALUES_PER_STEP);
    }
  }

  private void check(RegoLocation at) {
    if (options.cancelled().getAsBoolean()) {
      throw EvaluationException.of(at, "eval_cancel_error", "caller cancelled query execution");
    }
    if (left <= 0) {
      throw EvaluationException.of(
          at, "eval_budget_error", "evaluation takes more than " + options.steps() + " steps");
    }
    nextCheck();
  }

  private void nextCheck() {
    untilCheck = (int) Math.min(STEPS_BETWEEN_CHECKS, left);
    left -= untilCheck;
  }

  /** Deals with an error of a built-in: it ends the evaluation if errors are strict. */
  void failed(BuiltinException error, RegoLocation at) {
    if (options.strictBuiltinErrors()) {
      String message = error.getMessage();
      throw EvaluationException.of(at, error.code(), message == null ? "" : message);
    }
  }

  @Override
  public void note(String text) {
    if (trace != null) {
      trace.note(text);
    }
  }

  @Override
  public Optional<Long> now() {
    if (now == null && options.clock().isPresent()) {
      Instant instant = options.clock().get().get();
      now =
          Math.addExact(
              Math.multiplyExact(instant.getEpochSecond(), NANOSECONDS), instant.getNano());
    }
    return Optional.ofNullable(now);
  }

  @Override
  public Optional<RandomGenerator> random() {
    if (random == null && options.random().isPresent()) {
      random = options.random().get().get();
    }
    return Optional.ofNullable(random);
  }

  @Override
  public RegoValue runtime() {
    return options.runtime();
  }

  @Override
  public Map<Object, Object> cache() {
    return builtinCache;
  }
}
