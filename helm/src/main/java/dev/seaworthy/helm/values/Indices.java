package dev.seaworthy.helm.values;

/** Indices of lists as steps of a path. */
final class Indices {

  private static final int MAX_DIGITS = 9;

  private Indices() {}

  /** The index that a step names, or -1 if it names none. */
  static int parse(String step) {
    boolean digits = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && step.length() <= MAX_DIGITS ? Integer.parseInt(step) : -1;
  }
}
