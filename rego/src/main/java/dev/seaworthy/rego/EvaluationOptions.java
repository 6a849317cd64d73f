package dev.seaworthy.rego;

import dev.seaworthy.rego.trace.Tracer;
import dev.seaworthy.rego.value.RegoObject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How to evaluate: bounds, and what a policy may know of the world. Immutable; safe for several
 * threads if what it was given is.
 */
public final class EvaluationOptions {

  /** The number of steps that an evaluation may take unless told otherwise. */
  public static final long DEFAULT_STEPS = 100_000_000;

  /** No strict errors, no clock, no randomness, an empty runtime, prints to nowhere. */
  public static final EvaluationOptions DEFAULT = builder().build();

  private final long steps;
  private final BooleanSupplier cancelled;
  private final boolean strictBuiltinErrors;
  private final Optional<Supplier<Instant>> clock;
  private final Optional<Supplier<RandomGenerator>> random;
  private final RegoObject runtime;
  private final Optional<PrintHook> printHook;
  private final Optional<Tracer> tracer;

  private EvaluationOptions(Builder builder) {
    steps = builder.steps;
    cancelled = builder.cancelled;
    strictBuiltinErrors = builder.strictBuiltinErrors;
    clock = builder.clock;
    random = builder.random;
    runtime = builder.runtime;
    printHook = builder.printHook;
    tracer = builder.tracer;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The steps that an evaluation may take before it fails with {@code eval_budget_error}. */
  public long steps() {
    return steps;
  }

  /** Asked now and then whether to give up with {@code eval_cancel_error}. */
  public BooleanSupplier cancelled() {
    return cancelled;
  }

  /** Whether an error of a built-in ends the evaluation, instead of being undefined. */
  public boolean strictBuiltinErrors() {
    return strictBuiltinErrors;
  }

  /** Asked once for each evaluation that needs the time. */
  public Optional<Supplier<Instant>> clock() {
    return clock;
  }

  /** Asked once for each evaluation that needs randomness. */
  public Optional<Supplier<RandomGenerator>> random() {
    return random;
  }

  /** What {@code opa.runtime()} gives. */
  public RegoObject runtime() {
    return runtime;
  }

  /** Where prints go; without a hook the arguments are not even evaluated. */
  public Optional<PrintHook> printHook() {
    return printHook;
  }

  /** Who follows the evaluation of a policy that can be traced. */
  public Optional<Tracer> tracer() {
    return tracer;
  }

  /** Builds options, starting from the defaults. */
  public static final class Builder {

    private long steps = DEFAULT_STEPS;
    private BooleanSupplier cancelled = () -> false;
    private boolean strictBuiltinErrors;
    private Optional<Supplier<Instant>> clock = Optional.empty();
    private Optional<Supplier<RandomGenerator>> random = Optional.empty();
    private RegoObject runtime = RegoObject.EMPTY;
    private Optional<PrintHook> printHook = Optional.empty();
    private Optional<Tracer> tracer = Optional.empty();

    private Builder() {}

    /**
     * Bounds the work: each rule, statement of a loop, item that is looked at and unit of work of a
     * built-in is a step.
     *
     * @throws IllegalArgumentException if there is not at least one
     */
    public Builder steps(long atMost) {
      if (atMost < 1) {
        throw new IllegalArgumentException("at least one step is needed: " + atMost);
      }
      steps = atMost;
      return this;
    }

    public Builder cancelled(BooleanSupplier check) {
      cancelled = check;
      return this;
    }

    public Builder strictBuiltinErrors(boolean strict) {
      strictBuiltinErrors = strict;
      return this;
    }

    public Builder clock(Supplier<Instant> now) {
      clock = Optional.of(now);
      return this;
    }

    public Builder random(Supplier<RandomGenerator> source) {
      random = Optional.of(source);
      return this;
    }

    public Builder runtime(RegoObject value) {
      runtime = value;
      return this;
    }

    public Builder printHook(PrintHook hook) {
      printHook = Optional.of(hook);
      return this;
    }

    /** Has no effect on a policy that was not compiled to be traced. */
    public Builder tracer(Tracer follower) {
      tracer = Optional.of(follower);
      return this;
    }

    public EvaluationOptions build() {
      return new EvaluationOptions(this);
    }
  }
}
