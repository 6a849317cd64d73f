package dev.seaworthy.rego.eval;

/** A statement that holds at most once. */
public abstract class Step {

  /** Whether it holds; its variables are bound then. */
  abstract boolean holds(Frame frame);
}
