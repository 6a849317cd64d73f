package dev.seaworthy.helm.render;

/** A process was killed, as it went beyond a limit or is no longer wanted. */
final class LimitException extends Exception {

  private static final long serialVersionUID = 1;

  private final RenderResult.Reason reason;

  LimitException(RenderResult.Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  RenderResult.Reason reason() {
    return reason;
  }
}
