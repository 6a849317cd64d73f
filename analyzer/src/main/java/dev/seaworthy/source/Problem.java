package dev.seaworthy.source;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something could not be looked at. A problem is always shown and never turns into a clean result.
 *
 * @param kind what went wrong
 * @param file the name of the source, or empty where no single file is meant
 * @param span where in the file, where that is known
 * @param message the cause: lower-case, no full stop
 * @param hint what to do next: a sentence with its full stop
 * @param detail more for whoever asks for it, such as a stack trace
 */
public record Problem(
    ProblemKind kind,
    Optional<String> file,
    Optional<Span> span,
    String message,
    String hint,
    Optional<String> detail)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing((Problem problem) -> problem.file().orElse(""))
          .thenComparing(problem -> problem.span().orElse(Span.FILE_START))
          .thenComparing(Problem::kind)
          .thenComparing(Problem::message);

  /** A problem with a place in a file. */
  public static Problem at(ProblemKind kind, String file, Span span, String message, String hint) {
    return new Problem(kind, Optional.of(file), Optional.of(span), message, hint, Optional.empty());
  }

  /** A problem with a file as a whole. */
  public static Problem of(ProblemKind kind, String file, String message, String hint) {
    return new Problem(kind, Optional.of(file), Optional.empty(), message, hint, Optional.empty());
  }

  /** A problem with the analysis as a whole. */
  public static Problem general(ProblemKind kind, String message, String hint) {
    return new Problem(kind, Optional.empty(), Optional.empty(), message, hint, Optional.empty());
  }

  /** This problem with more detail. */
  public Problem withDetail(String more) {
    return new Problem(kind, file, span, message, hint, Optional.of(more));
  }

  /** By file, place, kind and message. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
