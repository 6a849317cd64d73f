package dev.seaworthy.model;

import java.util.function.Supplier;

/**
 * Bounds how often one piece of work may read the model, so that a rule that loops ends.
 *
 * <p>Counting reads instead of time keeps results the same on every machine. A budget belongs to
 * the thread that runs the work; without one, reading is free.
 */
public final class ReadBudget {

  /** Thrown by a read when the budget is used up. */
  public static final class ExhaustedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExhaustedException() {
      super("read budget used up", null, false, false);
    }
  }

  private static final ThreadLocal<ReadBudget> CURRENT = new ThreadLocal<>();

  private long remaining;

  private ReadBudget(long reads) {
    this.remaining = reads;
  }

  /**
   * Runs work on this thread with a budget of its own.
   *
   * @param reads how many fields the work may look up
   * @throws ExhaustedException if it wants to look up more
   */
  public static void limit(long reads, Runnable work) {
    ReadBudget outer = CURRENT.get();
    CURRENT.set(new ReadBudget(reads));
    try {
      work.run();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  /**
   * Runs work on this thread that costs its budget nothing: work that is done once for all, whoever
   * asks first, and whose amount depends on the input alone.
   */
  public static <T> T unlimited(Supplier<T> work) {
    ReadBudget outer = CURRENT.get();
    CURRENT.remove();
    try {
      return work.get();
    } finally {
      if (outer != null) {
        CURRENT.set(outer);
      }
    }
  }

  /**
   * Spends reads of the budget of this thread, if it has one. Fields do this by themselves; it is
   * for other work that a rule could ask for without end.
   *
   * @throws ExhaustedException if there are not so many left
   */
  public static void spend(int reads) {
    ReadBudget budget = CURRENT.get();
    if (budget != null && (budget.remaining -= reads) < 0) {
      throw new ExhaustedException();
    }
  }
}
