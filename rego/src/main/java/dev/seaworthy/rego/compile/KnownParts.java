package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.eval.Traced;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;

/** Finds the variables and references in a statement whose value is known before it. */
final class KnownParts {

  private final BodyPlanner planner;
  private final List<Traced.Part> parts = new ArrayList<>();

  KnownParts(BodyPlanner planner) {
    this.planner = planner;
  }

  List<Traced.Part> of(Statement.Kind kind) {
    if (kind instanceof Statement.Holds holds) {
      term(holds.term());
    } else if (kind instanceof Statement.Unify unify) {
      term(unify.left());
      term(unify.right());
    } else if (kind instanceof Statement.Every every) {
      term(every.domain());
    }
    return parts;
  }

  private void term(Term term) {
    if (term instanceof Term.Call call) {
      call.arguments().forEach(this::term);
    } else if (term instanceof Term.Array array) {
      array.items().forEach(this::term);
    } else if (term instanceof Term.SetOf set) {
      set.items().forEach(this::term);
    } else if (term instanceof Term.ObjectOf object) {
      for (Term.Member member : object.members()) {
        term(member.key());
        term(member.value());
      }
    } else if (term instanceof Term.Ref ref) {
      known(ref);
      ref.path().forEach(this::term);
    } else if (term instanceof Term.Var var && !var.isWildcard()) {
      known(var);
    }
  }

  private void known(Term term) {
    if (planner.terms().isClosed(term)) {
      parts.add(new Traced.Part(term.location(), planner.terms().expression(term)));
    }
  }
}
