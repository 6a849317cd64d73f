package dev.seaworthy.helm.render;

/** What came of a request. */
public sealed interface RenderResult {

  /**
   * The chart was rendered.
   *
   * @param output the documents, each with a {@code # Source:} comment that names its template
   */
  record Rendered(String output) implements RenderResult {}

  /**
   * Helm does not render this chart with these values.
   *
   * @param message what Helm said; {@link RefusalReader} makes sense of it
   */
  record Refused(String message) implements RenderResult {}

  /**
   * The engine gave no answer.
   *
   * @param reason why
   * @param message the cause: lower-case, no full stop
   * @param hint what to do next: a sentence with its full stop
   */
  record Failed(Reason reason, String message, String hint) implements RenderResult {}

  /** Why there is no answer. */
  enum Reason {
    /** Rendering took longer than the limit. */
    TIME,
    /** Rendering took more memory than the limit. */
    MEMORY,
    /** The output is larger than the limit. */
    OUTPUT,
    /** The engine crashed. */
    CRASHED,
    /** The thread that waited for the answer was interrupted, or the engine was closed. */
    CANCELLED,
    /** There is no engine for this platform, or it does not start. */
    UNAVAILABLE
  }
}
