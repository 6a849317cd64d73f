package dev.seaworthy.engine;

/** Told how far an analysis is. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Called after each source, from any thread, in no certain order.
   *
   * @param sources how many sources are done
   */
  void done(int sources);
}
