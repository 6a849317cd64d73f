package dev.seaworthy.schema.validate;

/** Thrown if a schema is none, or one that takes too long: somebody has to mend it. */
public final class SchemaProblem extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * @param message what is wrong: lower-case, no full stop
   */
  public SchemaProblem(String message) {
    super(message);
  }
}
