package dev.seaworthy.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Applies a function to many items on several threads, results in the order of the items. */
final class ParallelMap {

  private ParallelMap() {}

  static <T, R> List<R> map(
      List<T> items, Function<T, R> function, int parallelism, ProgressListener progress) {
    Object[] results = new Object[items.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
            results[i] = function.apply(items.get(i));
            progress.done(done.incrementAndGet());
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

  /** The calling thread takes part; the others live as long as the call. */
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
      throw new IllegalStateException("interrupted while analysing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("analysis failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
