package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;

/** Goes through all of a tree, closures included; not to the variables references start from. */
abstract class Visitor {

  private final Rewriter walk =
      new Rewriter() {
        @Override
        Term term(Term term) {
          visit(term);
          boolean outer = inEvery;
          inEvery &= !isComprehension(term);
          Term walked = super.term(term);
          inEvery = outer;
          return walked;
        }

        @Override
        Statement.Kind every(Statement.Every every) {
          term(every.domain());
          boolean outer = inEvery;
          inEvery = true;
          body(every.body());
          inEvery = outer;
          return every;
        }

        @Override
        Term ref(Term.Ref ref) {
          if (!(ref.head() instanceof Term.Var)) {
            term(ref.head());
          }
          terms(ref.path());
          return ref;
        }

        @Override
        Statement statement(Statement statement) {
          visit(statement);
          return super.statement(statement);
        }

        @Override
        Statement.With with(Statement.With with) {
          visit(with);
          return super.with(with);
        }
      };

  private boolean inEvery;

  private static boolean isComprehension(Term term) {
    return term instanceof Term.ArrayComprehension
        || term instanceof Term.SetComprehension
        || term instanceof Term.ObjectComprehension;
  }

  /** Whether what is visited is right within the body of an {@code every}. */
  final boolean isInEvery() {
    return inEvery;
  }

  void visit(Term term) {}

  void visit(Statement statement) {}

  void visit(Statement.With with) {}

  final void walk(Body body) {
    walk.body(body);
  }

  /** Goes through all that a rule consists of, without those after {@code else}. */
  final void walk(RuleDraft draft) {
    walkHead(draft);
    walk.body(draft.body);
  }

  /** Goes through the head of a rule, whose value may be after the body in the text. */
  final void walkHead(RuleDraft draft) {
    walk.terms(draft.ref);
    walk.terms(draft.arguments);
    draft.key.ifPresent(walk::term);
    draft.value.ifPresent(walk::term);
  }
}
