package dev.seaworthy.helm.render;

/** There is no engine, or it does not start. */
final class EngineUnavailableException extends Exception {

  private static final long serialVersionUID = 1;

  private final String hint;

  /**
   * @param message the cause: lower-case, no full stop
   * @param hint what to do next: a sentence with its full stop
   */
  EngineUnavailableException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  RenderResult.Failed toResult() {
    return new RenderResult.Failed(RenderResult.Reason.UNAVAILABLE, getMessage(), hint);
  }
}
