package dev.seaworthy.engine;

/**
 * A finding that somebody decided to accept.
 *
 * @param finding the finding
 * @param suppression the decision
 */
public record SuppressedFinding(Finding finding, Suppression suppression)
    implements Comparable<SuppressedFinding> {

  /** By finding. */
  @Override
  public int compareTo(SuppressedFinding other) {
    return finding.compareTo(other.finding());
  }
}
