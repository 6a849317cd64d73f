package dev.seaworthy.helm.template;

/** A template that cannot be read. The message is lower-case, without full stop. */
public final class TemplateSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;

  TemplateSyntaxException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  /** Where reading failed, in UTF-16 code units from the start of the template. */
  public int offset() {
    return offset;
  }
}
