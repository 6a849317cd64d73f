package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.eval.Step;
import dev.seaworthy.rego.eval.Traced;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.trace.TracePoint;
import java.util.List;

/** Finds out when the keys are known that a rule adds to an object. */
final class KeyWatch {

  private final RuleDraft draft;
  private final List<Term> keys;

  /**
   * @param depth where the keys start in the name of the rule
   */
  KeyWatch(RuleDraft draft, int depth) {
    this.draft = draft;
    this.keys = draft.ref.subList(depth, draft.ref.size()).stream().map(this::written).toList();
  }

  boolean isKnown(TermPlanner terms) {
    return keys.stream().allMatch(terms::isClosed);
  }

  Step plan(TermPlanner terms) {
    TracePoint point = TracePoint.rule(draft.headLocation(), draft.display());
    return Traced.key(
        point,
        keys.stream().map(key -> new Traced.Part(key.location(), terms.expression(key))).toList());
  }

  /** A key that is computed at the end of the body may be known long before. */
  private Term written(Term key) {
    boolean computed = key instanceof Term.Var var && Names.isGenerated(var.name());
    for (Statement statement : draft.body.statements()) {
      if (computed
          && statement.kind() instanceof Statement.Unify unify
          && unify.left().equals(key)) {
        return unify.right();
      }
    }
    return key;
  }
}
