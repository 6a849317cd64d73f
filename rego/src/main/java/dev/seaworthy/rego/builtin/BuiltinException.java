package dev.seaworthy.rego.builtin;

/**
 * The arguments of a built-in make no sense. The expression has no value then; with strict errors
 * the evaluation ends.
 */
public final class BuiltinException extends Exception {

  private static final long serialVersionUID = 1;

  private final String code;

  private BuiltinException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** An argument of the wrong value: {@code eval_builtin_error}. */
  public static BuiltinException of(String message) {
    return new BuiltinException("eval_builtin_error", message);
  }

  /** An argument of the wrong type: {@code eval_type_error}. */
  public static BuiltinException type(String message) {
    return new BuiltinException("eval_type_error", message);
  }

  /** The same, said of a built-in: OPA starts each message with the name. */
  BuiltinException in(String name) {
    return new BuiltinException(code, name + ": " + getMessage());
  }

  /** OPA's code of the error. */
  public String code() {
    return code;
  }
}
