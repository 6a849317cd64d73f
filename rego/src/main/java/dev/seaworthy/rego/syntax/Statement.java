package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import java.util.List;
import java.util.Optional;

/**
 * One line of a body.
 *
 * @param kind what it says
 * @param negated whether {@code not} stands before it
 * @param withs what it holds under, in order
 */
public record Statement(Kind kind, boolean negated, List<With> withs, RegoLocation location) {

  public Statement {
    withs = List.copyOf(withs);
  }

  /** What a statement says. */
  public sealed interface Kind {}

  /** A term that has to be there and not {@code false}. */
  public record Holds(Term term) implements Kind {}

  /**
   * {@code left = right}.
   *
   * @param declares whether it was {@code :=} before the compiler gave variables their own names
   */
  public record Unify(Term left, Term right, boolean declares) implements Kind {
    public Unify(Term left, Term right) {
      this(left, right, false);
    }
  }

  /** {@code target := value}: declares the variables of the target. */
  public record Assign(Term target, Term value) implements Kind {}

  /** {@code some x, y}. */
  public record Some(List<Term.Var> vars) implements Kind {
    public Some {
      vars = List.copyOf(vars);
    }
  }

  /** {@code some key, value in collection}: declares the variables of key and value. */
  public record SomeIn(Optional<Term> key, Term value, Term collection) implements Kind {}

  /** <code>every key, value in domain { body }</code>. */
  public record Every(Optional<Term.Var> key, Term.Var value, Term domain, Body body)
      implements Kind {}

  /**
   * {@code with target as value}.
   *
   * @param target a reference into {@code input} or {@code data}, one of these two, or a function
   */
  public record With(Term target, Term value, RegoLocation location) {}
}
