package dev.seaworthy.rule;

import dev.seaworthy.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a rule found, before it has a place.
 *
 * @param field the offending field; one that is absent stands at its deepest parent that exists
 * @param message what is wrong here: lower-case, names the thing in quotes, no full stop
 * @param related other fields that take part, of the same object or another
 */
public record Violation(Field field, String message, List<Related> related) {

  /**
   * A field that takes part in a violation.
   *
   * @param field the field
   * @param message its part: lower-case, no full stop
   * @param step see {@link dev.seaworthy.source.RelatedPlace#step}
   */
  public record Related(Field field, String message, OptionalInt step) {

    /** A field that is no step on a way. */
    public Related(Field field, String message) {
      this(field, message, OptionalInt.empty());
    }
  }

  public Violation {
    related = List.copyOf(related);
  }

  /** A violation at a field. */
  public static Violation at(Field field, String message) {
    return new Violation(field, message, List.of());
  }

  /** This violation with one more field that takes part. */
  public Violation with(Field other, String part) {
    return with(new Related(other, part));
  }

  /**
   * This violation with one more field that is a step on the way, or takes part in one.
   *
   * @param number the number of the step, starting at 1; not below that of the step before
   */
  public Violation withStep(int number, Field other, String part) {
    return with(new Related(other, part, OptionalInt.of(number)));
  }

  private Violation with(Related other) {
    List<Related> more = new ArrayList<>(related);
    more.add(other);
    return new Violation(field, message, more);
  }
}
