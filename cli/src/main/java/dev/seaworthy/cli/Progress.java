package dev.seaworthy.cli;

import dev.seaworthy.engine.ProgressListener;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One line on a terminal that counts files, for runs that take long enough to wonder. */
final class Progress implements ProgressListener, AutoCloseable {

  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
  private static final String ERASE_LINE = "\r\u001b[K";

  private final int total;
  private final PrintStream terminal;
  private final boolean active;
  private final LongSupplier nanoTime;
  private final long start;
  private volatile long due = PATIENCE;
  private boolean shown;

  /**
   * @param total how many sources there are
   * @param active whether there is a terminal to show it on
   * @param nanoTime a clock in nanoseconds
   */
  Progress(int total, PrintStream terminal, boolean active, LongSupplier nanoTime) {
    this.total = total;
    this.terminal = terminal;
    this.active = active;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public void done(int sources) {
    if (active && nanoTime.getAsLong() - start >= due) {
      show(sources);
    }
  }

  private synchronized void show(int sources) {
    long elapsed = nanoTime.getAsLong() - start;
    if (elapsed >= due) {
      due = elapsed + INTERVAL;
      shown = true;
      terminal.print(ERASE_LINE + "analysing: " + sources + " of " + total + " files");
      terminal.flush();
    }
  }

  /** Leaves no trace. */
  @Override
  public synchronized void close() {
    if (shown) {
      terminal.print(ERASE_LINE);
      terminal.flush();
    }
  }
}
