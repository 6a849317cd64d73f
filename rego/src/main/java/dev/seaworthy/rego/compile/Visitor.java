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
          return super.term(term);
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
