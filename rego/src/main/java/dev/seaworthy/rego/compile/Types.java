package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.Optional;

/** Types where a look at a term is enough to be certain of them. */
final class Types extends Visitor {

  private final Problems problems;

  Types(Problems problems) {
    this.problems = problems;
  }

  /** The type of a term that is written out. */
  static Optional<String> certain(Term term) {
    if (term instanceof Term.Scalar scalar) {
      return Optional.of(scalar.value().typeName());
    }
    if (term instanceof Term.Array || term instanceof Term.ArrayComprehension) {
      return Optional.of("array");
    }
    if (term instanceof Term.SetOf || term instanceof Term.SetComprehension) {
      return Optional.of("set");
    }
    if (term instanceof Term.ObjectOf || term instanceof Term.ObjectComprehension) {
      return Optional.of("object");
    }
    return term instanceof Term.Template ? Optional.of("string") : Optional.empty();
  }

  /** Two terms that are written out and of different types can never be equal. */
  @Override
  void visit(Statement statement) {
    if (statement.kind() instanceof Statement.Unify unify) {
      check(statement, unify.left(), unify.right());
    } else if (statement.kind() instanceof Statement.Holds holds
        && holds.term() instanceof Term.Call call
        && call.name().equals("equal")
        && call.arguments().size() == 2) {
      check(statement, call.arguments().get(0), call.arguments().get(1));
    }
  }

  private void check(Statement statement, Term left, Term right) {
    Optional<String> a = certain(left);
    Optional<String> b = certain(right);
    if (a.isPresent() && b.isPresent() && !a.equals(b)) {
      problems.type(
          statement.location(),
          "match error\n\tleft  : %s\n\tright : %s".formatted(a.get(), b.get()));
    }
  }
}
