package dev.seaworthy.report;

import dev.seaworthy.source.SourceText;
import java.util.Optional;

/** Gives a report the text that findings are about. */
@FunctionalInterface
public interface SourceLines {

  /** No text is at hand. */
  SourceLines NONE = file -> Optional.empty();

  /**
   * The text of a source as it was analysed, or empty if it cannot be had: then it is not quoted.
   *
   * @param file the name of the source, as in the result
   */
  Optional<SourceText> text(String file);
}
