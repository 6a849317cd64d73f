package dev.seaworthy.config;

import dev.seaworthy.source.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param file the name of the file, as in results
 * @param span where in the file; empty if the file could not be read at all
 * @param message the cause: lower-case, no full stop
 * @param hint what to do next: sentences, the last with its full stop
 */
public record ConfigurationError(String file, Optional<Span> span, String message, String hint)
    implements Comparable<ConfigurationError> {

  private static final Comparator<ConfigurationError> ORDER =
      Comparator.comparing(ConfigurationError::file)
          .thenComparing(error -> error.span().orElse(Span.FILE_START))
          .thenComparing(ConfigurationError::message)
          .thenComparing(ConfigurationError::hint);

  /** By file, place and message. */
  @Override
  public int compareTo(ConfigurationError other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code file:line:column: message. hint}. */
  @Override
  public String toString() {
    String place = span.map(known -> ":" + known.start()).orElse("");
    return file + place + ": " + message + ". " + hint;
  }
}
