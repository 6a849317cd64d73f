package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.compile.VarCollector.Skip;
import dev.seaworthy.rego.eval.Composite;
import dev.seaworthy.rego.eval.Comprehension;
import dev.seaworthy.rego.eval.Expression;
import dev.seaworthy.rego.eval.Flow;
import dev.seaworthy.rego.eval.Pattern;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;

/** Plans terms: as expressions where all variables are bound, as patterns where some are not. */
final class TermPlanner {

  private final BodyPlanner planner;

  TermPlanner(BodyPlanner planner) {
    this.planner = planner;
  }

  /** Whether all variables of a term are bound, so that it has one value or none. */
  boolean isClosed(Term term) {
    return planner.bound().containsAll(VarCollector.of(term, Skip.CLOSURES));
  }

  /** Whether there is a reference in a term that has to be gone through. */
  boolean hasOpenReference(Term term) {
    if (term instanceof Term.Ref) {
      return !isClosed(term);
    }
    if (term instanceof Term.Array array) {
      return array.items().stream().anyMatch(this::hasOpenReference);
    }
    if (term instanceof Term.SetOf set) {
      return set.items().stream().anyMatch(this::hasOpenReference);
    }
    return term instanceof Term.ObjectOf object
        && object.members().stream()
            .anyMatch(member -> hasOpenReference(member.key()) || hasOpenReference(member.value()));
  }

  /** The value of a term whose variables are all bound. */
  Expression expression(Term term) {
    if (term instanceof Term.Scalar scalar) {
      return Expression.constant(scalar.value());
    }
    if (term instanceof Term.Var || term instanceof Term.Ref) {
      return planner.references().closed(term);
    }
    if (term instanceof Term.Array array) {
      return Composite.array(expressions(array.items()));
    }
    if (term instanceof Term.SetOf set) {
      return Composite.set(expressions(set.items()));
    }
    if (term instanceof Term.ObjectOf object) {
      List<Term> keys = Lists.map(object.members(), Term.Member::key);
      List<Term> values = Lists.map(object.members(), Term.Member::value);
      return Composite.object(expressions(keys), expressions(values));
    }
    return comprehension(term);
  }

  List<Expression> expressions(List<Term> terms) {
    return Lists.map(terms, this::expression);
  }

  private Expression comprehension(Term term) {
    int cell = planner.slots().cell();
    if (term instanceof Term.ArrayComprehension array) {
      BodyPlanner inner = inner(array.body());
      Flow end = Comprehension.collectItems(cell, inner.terms().expression(array.head()));
      return Comprehension.array(cell, inner.sequence().flow(end));
    }
    if (term instanceof Term.SetComprehension set) {
      BodyPlanner inner = inner(set.body());
      Flow end = Comprehension.collectElements(cell, inner.terms().expression(set.head()));
      return Comprehension.set(cell, inner.sequence().flow(end));
    }
    if (term instanceof Term.ObjectComprehension object) {
      BodyPlanner inner = inner(object.body());
      Flow end =
          Comprehension.collectMembers(
              cell,
              inner.terms().expression(object.key()),
              inner.terms().expression(object.value()),
              object.key().location());
      return Comprehension.object(cell, inner.sequence().flow(end));
    }
    throw new IllegalStateException("not taken apart: " + term);
  }

  private BodyPlanner inner(Body body) {
    BodyPlanner inner = planner.inner();
    inner.plan(body);
    return inner;
  }

  /** A part of an interpolated string or an argument of a print: the one value of a set, if any. */
  Expression optional(Term part) {
    boolean ofCompiler =
        part instanceof Term.SetComprehension set
            && set.head() instanceof Term.Var head
            && Names.isGenerated(head.name());
    if (!ofCompiler) {
      return Comprehension.element(expression(planner.references().close(part)));
    }
    Term.SetComprehension set = (Term.SetComprehension) part;
    BodyPlanner inner = inner(set.body());
    int slot = planner.slots().of(((Term.Var) set.head()).name());
    return Comprehension.optional(inner.sequence().flow(Flow.STOP), slot);
  }

  /** What a value is unified with; the variables in it are bound after this. */
  Pattern pattern(Term term) {
    if (term instanceof Term.Var var && !isClosed(term)) {
      return bind(var);
    }
    if (isClosed(term)) {
      return Pattern.same(expression(term));
    }
    if (term instanceof Term.Array array) {
      return Pattern.array(Lists.map(array.items(), this::pattern));
    }
    if (term instanceof Term.ObjectOf object) {
      List<Expression> keys = new ArrayList<>();
      List<Pattern> values = new ArrayList<>();
      for (Term.Member member : object.members()) {
        keys.add(expression(member.key()));
        values.add(pattern(member.value()));
      }
      return Pattern.object(keys, values);
    }
    // only an argument of a function can be a set with variables: nothing is unified with one
    planner.bound().addAll(VarCollector.of(term));
    return Pattern.NONE;
  }

  private Pattern bind(Term.Var var) {
    planner.bound().add(var.name());
    return var.isWildcard() ? Pattern.ANY : Pattern.bind(planner.slots().of(var.name()));
  }
}
