package dev.seaworthy.source;

import java.util.OptionalInt;

/**
 * Another place that takes part in something.
 *
 * @param location where
 * @param message its part: lower-case, no full stop
 * @param step the number of the step, starting at 1, where places are a way that leads somewhere in
 *     the order in which they are listed; empty for other places. Several may take part in a step
 */
public record RelatedPlace(Location location, String message, OptionalInt step) {

  /** A place that is no step on a way. */
  public RelatedPlace(Location location, String message) {
    this(location, message, OptionalInt.empty());
  }
}
