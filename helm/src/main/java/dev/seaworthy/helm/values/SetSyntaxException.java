package dev.seaworthy.helm.values;

/** An argument of {@code --helm-set} or {@code --helm-set-string} cannot be understood. */
public final class SetSyntaxException extends Exception {

  private static final long serialVersionUID = 1;

  private final int offset;
  private final String hint;

  SetSyntaxException(SetArgument argument, int offset, String cause, String hint) {
    super("'" + argument + "', character " + (offset + 1) + ": " + cause);
    this.offset = offset;
    this.hint = hint;
  }

  /** Where in the argument's text, starting at 0. */
  public int offset() {
    return offset;
  }

  /** What to do next: a sentence with its full stop. */
  public String hint() {
    return hint;
  }
}
