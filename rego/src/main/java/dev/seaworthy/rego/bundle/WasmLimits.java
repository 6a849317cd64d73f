package dev.seaworthy.rego.bundle;

import java.time.Duration;

/**
 * What a module may use, as it is not trusted. The times are those of a clock: the code of a module
 * cannot be counted in steps, as that of a policy in Rego is.
 *
 * @param load the time to make a module ready
 * @param evaluation the time of one evaluation
 * @param memory the bytes of memory for one evaluation; several may run at once
 */
public record WasmLimits(Duration load, Duration evaluation, long memory) {

  /** A minute to load, ten seconds for an evaluation, 128 MiB of memory. */
  public static final WasmLimits DEFAULT =
      new WasmLimits(Duration.ofMinutes(1), Duration.ofSeconds(10), 128L << 20);

  /**
   * @throws IllegalArgumentException if one of them is not positive
   */
  public WasmLimits {
    if (load.isNegative() || load.isZero() || evaluation.isNegative() || evaluation.isZero()) {
      throw new IllegalArgumentException("a time has to be positive: " + load + ", " + evaluation);
    }
    if (memory <= 0) {
      throw new IllegalArgumentException("the memory has to be positive: " + memory);
    }
  }
}
