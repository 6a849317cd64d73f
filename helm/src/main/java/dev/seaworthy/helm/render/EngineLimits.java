package dev.seaworthy.helm.render;

import java.time.Duration;

/**
 * What a request may cost.
 *
 * @param time how long one request may run, from when an engine takes it up
 * @param outputBytes how large the rendered text may be, in UTF-8
 * @param memoryBytes how much memory the engine's process may occupy; observed on Linux only
 * @param processes how many engine processes may run at once
 */
public record EngineLimits(Duration time, long outputBytes, long memoryBytes, int processes) {

  private static final long MEBIBYTE = 1 << 20;

  /**
   * 30 seconds, 64 MiB of output, 1 GiB of memory, and as many processes as there are processors,
   * but no more than 4.
   */
  public static final EngineLimits DEFAULT =
      new EngineLimits(
          Duration.ofSeconds(30),
          64 * MEBIBYTE,
          1024 * MEBIBYTE,
          Math.min(Runtime.getRuntime().availableProcessors(), 4));

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is not positive, or more than 1 GiB of output is
   *     allowed
   */
  public EngineLimits {
    if (time.isNegative() || time.isZero() || memoryBytes <= 0 || processes <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
    if (outputBytes <= 0 || outputBytes > 1024 * MEBIBYTE) {
      throw new IllegalArgumentException("the output limit must be between 1 byte and 1 GiB");
    }
  }

  /** The same limits with another time. */
  public EngineLimits withTime(Duration other) {
    return new EngineLimits(other, outputBytes, memoryBytes, processes);
  }

  /** The same limits with another size of the output. */
  public EngineLimits withOutputBytes(long other) {
    return new EngineLimits(time, other, memoryBytes, processes);
  }

  /** The same limits with another bound on memory. */
  public EngineLimits withMemoryBytes(long other) {
    return new EngineLimits(time, outputBytes, other, processes);
  }

  /** The same limits with another number of processes. */
  public EngineLimits withProcesses(int other) {
    return new EngineLimits(time, outputBytes, memoryBytes, other);
  }
}
