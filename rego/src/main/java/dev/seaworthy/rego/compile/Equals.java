package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;

/**
 * Turns comparisons that are statements of rules into unifications: these can be negated without
 * computing their operands before. Nothing is left to bind in them once statements are in order.
 */
final class Equals extends Rewriter {

  void rule(RuleDraft draft) {
    draft.body = body(draft.body);
  }

  @Override
  Statement.Kind kind(Statement.Kind kind) {
    Statement.Kind rewritten = super.kind(kind);
    boolean comparison =
        rewritten instanceof Statement.Holds holds
            && holds.term() instanceof Term.Call call
            && call.name().equals("equal")
            && call.arguments().size() == 2;
    if (!comparison) {
      return rewritten;
    }
    Term.Call call = (Term.Call) ((Statement.Holds) rewritten).term();
    return new Statement.Unify(call.arguments().get(0), call.arguments().get(1));
  }
}
