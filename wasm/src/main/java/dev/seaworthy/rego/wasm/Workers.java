package dev.seaworthy.rego.wasm;

import com.dylibso.chicory.wasm.ChicoryException;
import dev.seaworthy.rego.RegoException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads that run what modules hold. A thread can be interrupted there, in any loop and at any
 * call, which must not happen to the thread of somebody else.
 */
final class Workers {

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "seaworthy-wasm");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Runs a task that may run code of a module.
   *
   * @param file the module, for errors
   * @param purpose what takes too long if it does
   */
  <T> T call(String file, String purpose, Duration limit, Callable<T> task) throws RegoException {
    Future<T> running = threads.submit(task);
    try {
      return running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      throw WasmErrors.limit(file, "takes longer than " + limit.toMillis() + " ms " + purpose);
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw WasmErrors.cancelled(file);
    } catch (ExecutionException e) {
      throw failed(file, e.getCause());
    }
  }

  private static RegoException failed(String file, Throwable cause) {
    if (cause instanceof RegoException known) {
      return known;
    }
    if (cause instanceof ChicoryException || cause instanceof StackOverflowError) {
      return WasmErrors.failed(file, cause);
    }
    if (cause instanceof OutOfMemoryError) {
      return WasmErrors.limit(file, "needs more memory than there is");
    }
    if (cause instanceof Error error) {
      throw error;
    }
    // the runtime meets modules that are broken with exceptions of all kinds
    return WasmErrors.failed(file, cause);
  }
}
