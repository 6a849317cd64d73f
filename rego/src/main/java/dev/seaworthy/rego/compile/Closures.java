package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.List;

/** Visits the bodies right within a statement. */
abstract class Closures extends Rewriter {

  /**
   * Visits a body.
   *
   * @param heads what the comprehension collects
   */
  abstract Body closure(Body body, List<Term> heads);

  @Override
  Term comprehension(Term.ArrayComprehension array) {
    Body body = closure(array.body(), List.of(array.head()));
    return new Term.ArrayComprehension(array.head(), body, array.location());
  }

  @Override
  Term comprehension(Term.SetComprehension set) {
    Body body = closure(set.body(), List.of(set.head()));
    return new Term.SetComprehension(set.head(), body, set.location());
  }

  @Override
  Term comprehension(Term.ObjectComprehension object) {
    Body body = closure(object.body(), List.of(object.key(), object.value()));
    return new Term.ObjectComprehension(object.key(), object.value(), body, object.location());
  }

  @Override
  Statement.Kind every(Statement.Every every) {
    Body body = closure(every.body(), List.of());
    return new Statement.Every(every.key(), every.value(), term(every.domain()), body);
  }
}
