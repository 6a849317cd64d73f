package dev.seaworthy.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Applies a function to many items on several threads, results in the order of the items.
 *
 * <p>Ends early when the calling thread is interrupted or the function throws on any thread: no
 * thread takes another item then.
 */
final class ParallelMap {

  private ParallelMap() {}

  /**
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  static <T, R> List<R> map(
      List<T> items, Function<T, R> function, int parallelism, ProgressListener progress) {
    Object[] results = new Object[items.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Thread caller = Thread.currentThread();
    Runnable worker =
        () -> {
          try {
            stopIfInterrupted(caller);
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
              results[i] = function.apply(items.get(i));
              progress.done(done.incrementAndGet());
              stopIfInterrupted(caller);
            }
          } finally {
            next.set(results.length);
          }
        };
    int threads = Math.min(parallelism, items.size());
    if (threads <= 1) {
      worker.run();
    } else {
      runOn(threads, worker);
    }
    @SuppressWarnings("unchecked")
    List<R> mapped = (List<R>) Arrays.asList(results);
    return mapped;
  }

  private static void stopIfInterrupted(Thread caller) {
    if (caller.isInterrupted()) {
      throw cancelled();
    }
  }

  private static CancellationException cancelled() {
    return new CancellationException("interrupted while analysing");
  }

  /**
   * The calling thread takes part; the others live as long as the call, or the item they are at.
   */
  private static void runOn(int threads, Runnable worker) {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads - 1,
            task -> {
              Thread thread = new Thread(task, "seaworthy-analysis");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> helpers = new ArrayList<>();
      for (int i = 1; i < threads; i++) {
        helpers.add(executor.submit(worker));
      }
      worker.run();
      for (Future<?> helper : helpers) {
        helper.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled();
    } catch (ExecutionException e) {
      rethrow(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  /** What a {@link Runnable} threw is unchecked, and the caller gets it from whichever thread. */
  private static void rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
