package dev.seaworthy.rego;

/** Receives what policies print. */
@FunctionalInterface
public interface PrintHook {

  /**
   * Called for each {@code print} that is reached, by the thread that evaluates.
   *
   * @param location where the {@code print} stands
   * @param text its arguments, separated by spaces; {@code <undefined>} for one without a value
   */
  void print(RegoLocation location, String text);
}
