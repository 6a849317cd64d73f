package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Short ways to make trees and to look at them. */
final class Terms {

  private Terms() {}

  static Term string(String value, RegoLocation location) {
    return new Term.Scalar(new RegoString(value), location);
  }

  static Term constant(RegoValue value, RegoLocation location) {
    return new Term.Scalar(value, location);
  }

  static Statement unify(Term left, Term right, List<Statement.With> withs) {
    return new Statement(new Statement.Unify(left, right), false, withs, right.location());
  }

  static Statement holds(Term term, List<Statement.With> withs) {
    return new Statement(new Statement.Holds(term), false, withs, term.location());
  }

  static Statement with(Statement statement, Statement.Kind kind) {
    return new Statement(kind, statement.negated(), statement.withs(), statement.location());
  }

  /** A body with more statements at its end. */
  static Body append(Body body, List<Statement> more) {
    if (more.isEmpty()) {
      return body;
    }
    List<Statement> statements = new ArrayList<>(body.statements());
    statements.addAll(more);
    return new Body(statements, body.location());
  }

  static boolean isRoot(Term term) {
    return term instanceof Term.Var var && Names.isRoot(var.name());
  }

  /** Whether a term is the document of a name, or a reference into it. */
  static boolean startsWith(Term term, String root) {
    Term head = term instanceof Term.Ref ref ? ref.head() : term;
    return head instanceof Term.Var var && var.name().equals(root);
  }

  /** The steps of a reference; none for a variable. */
  static List<Term> path(Term term) {
    return term instanceof Term.Ref ref ? ref.path() : List.of();
  }

  static Optional<RegoValue> constant(Term term) {
    return term instanceof Term.Scalar scalar ? Optional.of(scalar.value()) : Optional.empty();
  }

  /** The path after {@code data}, if the term is such a reference and all steps are constants. */
  static Optional<List<RegoValue>> dataPath(Term term) {
    return startsWith(term, "data") ? constants(path(term)) : Optional.empty();
  }

  static Optional<List<RegoValue>> constants(List<Term> terms) {
    List<RegoValue> values = new ArrayList<>();
    for (Term term : terms) {
      if (!(term instanceof Term.Scalar scalar)) {
        return Optional.empty();
      }
      values.add(scalar.value());
    }
    return Optional.of(values);
  }

  /** Whether a term has to be computed: it holds references or comprehensions. */
  static boolean requiresEvaluation(Term term) {
    if (term instanceof Term.Scalar) {
      return false;
    }
    if (term instanceof Term.Var var) {
      return Names.isRoot(var.name());
    }
    if (term instanceof Term.Array array) {
      return array.items().stream().anyMatch(Terms::requiresEvaluation);
    }
    if (term instanceof Term.SetOf set) {
      return set.items().stream().anyMatch(Terms::requiresEvaluation);
    }
    if (term instanceof Term.ObjectOf object) {
      return object.members().stream()
          .anyMatch(
              member -> requiresEvaluation(member.key()) || requiresEvaluation(member.value()));
    }
    return true;
  }

  /** What OPA calls the kind of a term in its messages. */
  static String kind(Term term) {
    if (term instanceof Term.Scalar scalar) {
      return scalar.value().typeName();
    }
    if (term instanceof Term.ObjectOf) {
      return "object";
    }
    if (term instanceof Term.SetOf) {
      return "set";
    }
    return term.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
