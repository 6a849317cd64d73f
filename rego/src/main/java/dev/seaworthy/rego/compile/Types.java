package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Types where a look at a term is enough to be certain of them. As in OPA, what is right within the
 * body of an {@code every} has no types.
 */
final class Types extends Visitor {

  private final Functions functions;
  private final Problems problems;
  private @Nullable Statement statement;

  Types(Functions functions, Problems problems) {
    this.functions = functions;
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
    this.statement = statement;
    if (isInEvery()) {
      return;
    }
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

  @Override
  void visit(Term term) {
    if (term instanceof Term.Call call && !isInEvery()) {
      functions.builtin(call).ifPresent(builtin -> check(call, builtin));
    }
  }

  /** Constants of the wrong type cannot have been meant. */
  private void check(Term.Call call, Builtin builtin) {
    List<Term> arguments = call.arguments();
    for (int i = 0; i < builtin.arity(); i++) {
      Optional<String> type = certain(arguments.get(i));
      List<String> wanted = builtin.parameters().get(i).types();
      if (type.isPresent() && !wanted.isEmpty() && !wanted.contains(type.get())) {
        problems.type(
            place(call),
            "%s: invalid argument(s)\n\thave: %s as argument %d\n\twant: %s"
                .formatted(builtin.name(), type.get(), i + 1, String.join(" or ", wanted)));
        return;
      }
    }
  }

  private RegoLocation place(Term.Call call) {
    boolean whole =
        statement != null
            && statement.kind() instanceof Statement.Holds holds
            && holds.term() == call;
    return whole ? statement.location() : call.location();
  }
}
