package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.builtin.BuiltinContext;
import dev.seaworthy.rego.builtin.BuiltinException;
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
    if (--untilCheck < 0) {
      check(at);
    }
  }

  /** Notes where a built-in is called, for the errors it leads to. */
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
