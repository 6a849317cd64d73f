package dev.seaworthy.helm.render;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a process says, and kills the process when that goes beyond the limits. */
final class BoundedCall {

  private static final Duration MEMORY_INTERVAL = Duration.ofMillis(10);

  private final Process process;
  private final Duration time;
  private final long memoryBytes;

  BoundedCall(Process process, Duration time, long memoryBytes) {
    this.process = process;
    this.time = time;
    this.memoryBytes = memoryBytes;
  }

  /**
   * Runs {@code reading} in a thread of its own, since reading from a process cannot be
   * interrupted.
   *
   * @throws LimitException if the process was killed
   * @throws IOException if reading failed: the process ended
   */
  <T> T await(Callable<T> reading) throws IOException, LimitException {
    FutureTask<T> task = new FutureTask<>(reading);
    Thread thread = new Thread(task, "seaworthy-helm-reader");
    thread.setDaemon(true);
    thread.start();
    try {
      return watch(task);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new LimitException(RenderResult.Reason.CANCELLED);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private <T> T watch(FutureTask<T> task)
      throws InterruptedException, ExecutionException, LimitException {
    long end = System.nanoTime() + time.toNanos();
    while (true) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw killed(RenderResult.Reason.TIME);
      }
      try {
        return task.get(Math.min(left, MEMORY_INTERVAL.toNanos()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (ProcessMemory.residentBytes(process.pid()) > memoryBytes) {
          throw killed(RenderResult.Reason.MEMORY);
        }
      }
    }
  }

  private LimitException killed(RenderResult.Reason reason) {
    process.destroyForcibly();
    return new LimitException(reason);
  }
}
