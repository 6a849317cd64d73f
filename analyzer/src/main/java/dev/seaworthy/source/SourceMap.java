package dev.seaworthy.source;

import java.util.List;
import java.util.Optional;

/**
 * Leads from a text that was made of other files back to them, such as from what a template renders
 * to. Implementations are immutable and safe for use by several threads. Offsets are those of the
 * text that was made, as in {@link SourceText}.
 */
public interface SourceMap {

  /**
   * Where a part of the text was written. There is always an answer; its {@link Precision} tells
   * how good it is.
   *
   * @param start where the part starts
   * @param end where it ends, exclusive
   */
  Location locate(int start, int end);

  /**
   * The places that take part in a field, other than the one that {@link #locate} leads to: where
   * the value that decides was set, and where the text was included.
   */
  List<RelatedPlace> related(FieldTrace field);

  /**
   * Whether any of the text was made by a line.
   *
   * @param file the name of a file
   * @param line the line, starting at 1
   */
  boolean covers(String file, int line);

  /** The text itself around a part, for reports, where nothing that was written can be shown. */
  default Optional<String> excerpt(int start, int end) {
    return Optional.empty();
  }
}
