package dev.seaworthy.source;

import java.util.List;

/**
 * The way from the root of a document to a field, as far as it is written. Offsets are those of
 * {@link SourceText}.
 *
 * @param steps what is written, from the root's members on
 * @param missing the names of the fields on the way that are not written; empty if the field is
 */
public record FieldTrace(List<Step> steps, List<String> missing) {

  public FieldTrace {
    steps = List.copyOf(steps);
    missing = List.copyOf(missing);
  }

  /**
   * A member of a mapping, or an item of a sequence.
   *
   * @param name the key, or the index in decimal digits
   * @param start where the key or the item starts
   * @param valueStart where the value starts: that of an item is the item itself
   * @param end where the value ends
   */
  public record Step(String name, int start, int valueStart, int end) {}
}
