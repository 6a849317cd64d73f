package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.eval.Expression;
import dev.seaworthy.rego.eval.Pattern;
import dev.seaworthy.rego.eval.Statements;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Plans unifications: pairs of terms, one of which is known when its turn comes. */
final class UnifyPlanner {

  private final BodyPlanner planner;

  UnifyPlanner(BodyPlanner planner) {
    this.planner = planner;
  }

  void plan(Term left, Term right) {
    boolean openLeft = isOpenReference(left);
    boolean openRight = isOpenReference(right);
    if (openLeft && openRight) {
      int slot = planner.references().scan((Term.Ref) left);
      planScan((Term.Ref) right, Expression.local(slot));
    } else if (openLeft) {
      planScan((Term.Ref) left, right);
    } else if (openRight) {
      planScan((Term.Ref) right, left);
    } else {
      planPairs(planner.references().close(left), planner.references().close(right));
    }
  }

  private boolean isOpenReference(Term term) {
    return term instanceof Term.Ref && !planner.terms().isClosed(term);
  }

  private void planScan(Term.Ref ref, Expression known) {
    planner.references().scan(ref, () -> Pattern.same(known));
  }

  private void planScan(Term.Ref ref, Term other) {
    Term closed = planner.references().close(other);
    boolean once = planner.terms().isClosed(closed) && Terms.requiresEvaluation(closed);
    Term target = once ? planner.references().store(closed) : closed;
    planner.references().scan(ref, () -> planner.terms().pattern(target));
  }

  private void planPairs(Term left, Term right) {
    List<Unification.Pair> pairs = new ArrayList<>(Unification.pairs(left, right));
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Iterator<Unification.Pair> rest = pairs.iterator(); rest.hasNext(); ) {
        Unification.Pair pair = rest.next();
        if (planPair(pair.left(), pair.right()) || planPair(pair.right(), pair.left())) {
          rest.remove();
          progress = true;
        }
      }
    }
    if (!pairs.isEmpty()) {
      throw new IllegalStateException("cannot be ordered: " + pairs);
    }
  }

  /** Plans a pair if its first term is known. */
  private boolean planPair(Term known, Term other) {
    if (!planner.terms().isClosed(known)) {
      return false;
    }
    Expression value = planner.terms().expression(known);
    if (planner.terms().isClosed(other)) {
      planEqual(value, planner.terms().expression(other));
    } else if (other instanceof Term.Var var) {
      planVar(var, value);
    } else {
      planner.sequence().add(Statements.match(planner.terms().pattern(other), value));
    }
    return true;
  }

  private void planEqual(Expression left, Expression right) {
    boolean always =
        left.constant() != null
            && right.constant() != null
            && left.constant().equals(right.constant());
    if (!always) {
      planner.sequence().add(Statements.equal(left, right));
    }
  }

  private void planVar(Term.Var var, Expression value) {
    planner.bound().add(var.name());
    if (!var.isWildcard()) {
      planner.sequence().add(Statements.store(planner.slots().of(var.name()), value));
    } else if (value.constant() == null) {
      planner.sequence().add(Statements.defined(value));
    }
  }
}
