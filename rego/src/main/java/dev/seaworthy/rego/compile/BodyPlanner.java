package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.eval.Expression;
import dev.seaworthy.rego.eval.Flow;
import dev.seaworthy.rego.eval.Pattern;
import dev.seaworthy.rego.eval.Replacement;
import dev.seaworthy.rego.eval.Statements;
import dev.seaworthy.rego.eval.Traced;
import dev.seaworthy.rego.eval.With;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.trace.TracePoint;
import dev.seaworthy.rego.value.RegoBoolean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans bodies whose statements are in order: it is known which variables are bound where. */
final class BodyPlanner {

  private final Linker linker;
  private final Slots slots;
  private final Set<String> bound;
  private final Sequence sequence = new Sequence();
  private int settled;
  private @Nullable KeyWatch keys;
  private final TermPlanner terms = new TermPlanner(this);
  private final ReferencePlanner references = new ReferencePlanner(this);
  private final UnifyPlanner unification = new UnifyPlanner(this);
  private final CallPlanner calls = new CallPlanner(this);

  BodyPlanner(Linker linker, Slots slots) {
    this(linker, slots, new LinkedHashSet<>());
  }

  private BodyPlanner(Linker linker, Slots slots, Set<String> bound) {
    this.linker = linker;
    this.slots = slots;
    this.bound = bound;
  }

  /** For a body within, which binds nothing outside. */
  BodyPlanner inner() {
    return new BodyPlanner(linker, slots, new LinkedHashSet<>(bound));
  }

  Linker linker() {
    return linker;
  }

  Slots slots() {
    return slots;
  }

  /** The variables that are bound so far. */
  Set<String> bound() {
    return bound;
  }

  /** The variables that are bound before the body can hold a second time. */
  Set<String> settled() {
    Set<String> first = new HashSet<>();
    for (Iterator<String> names = bound.iterator(); first.size() < settled && names.hasNext(); ) {
      first.add(names.next());
    }
    return first;
  }

  Sequence sequence() {
    return sequence;
  }

  TermPlanner terms() {
    return terms;
  }

  ReferencePlanner references() {
    return references;
  }

  UnifyPlanner unification() {
    return unification;
  }

  /** Tells who follows the evaluation what a rule adds, as soon as that is known. */
  void watch(RuleDraft draft, int depth) {
    keys = new KeyWatch(draft, depth);
  }

  private void tellKeys() {
    if (keys != null && keys.isKnown(terms)) {
      sequence.add(keys.plan(terms));
      keys = null;
    }
  }

  void plan(Body body) {
    tellKeys();
    for (Statement statement : body.statements()) {
      if (!sequence.hasBranches()) {
        settled = bound.size();
      }
      plan(statement);
      tellKeys();
    }
    if (!sequence.hasBranches()) {
      settled = bound.size();
    }
  }

  private void plan(Statement statement) {
    if (statement.withs().isEmpty()) {
      planPlain(statement);
      return;
    }
    List<Replacement> replacements = new ArrayList<>();
    for (Statement.With with : statement.withs()) {
      replacements.add(linker.replacement(with, terms));
    }
    BodyPlanner under = new BodyPlanner(linker, slots, bound);
    under.planPlain(statement);
    if (under.sequence.hasBranches()) {
      int cell = slots.cell();
      sequence.branch(next -> With.flow(replacements, cell, under.sequence::flow, next));
    } else {
      sequence.add(With.step(replacements, under.sequence.steps()));
    }
  }

  private void planPlain(Statement statement) {
    if (linker.isTraceable()) {
      planTraced(statement);
    } else {
      planUntraced(statement);
    }
  }

  private void planTraced(Statement statement) {
    List<Traced.Part> parts = new KnownParts(this).of(statement.kind());
    BodyPlanner inner = new BodyPlanner(linker, slots, bound);
    inner.planUntraced(statement);
    TracePoint point = linker.trace(TracePoint.statement(statement.location()));
    if (inner.sequence.hasBranches()) {
      int cell = slots.cell();
      sequence.branch(next -> Traced.flow(point, parts, cell, inner.sequence::flow, next));
    } else {
      sequence.add(Traced.step(point, parts, inner.sequence.steps()));
    }
  }

  private void planUntraced(Statement statement) {
    if (statement.negated()) {
      planNegated(statement);
    } else {
      planKind(statement.kind(), statement);
    }
  }

  private void planKind(Statement.Kind kind, Statement statement) {
    if (kind instanceof Statement.Unify unify) {
      unification.plan(unify.left(), unify.right());
    } else if (kind instanceof Statement.Every every) {
      planEvery(every, statement);
    } else {
      planHolds(((Statement.Holds) kind).term());
    }
  }

  private void planHolds(Term term) {
    if (term instanceof Term.Call call) {
      calls.plan(call);
    } else if (term instanceof Term.Ref ref && !terms.isClosed(ref)) {
      int slot = references.scan(ref);
      sequence.add(Statements.holds(Expression.local(slot)));
    } else {
      Expression value = terms.expression(references.close(term));
      if (value.constant() != RegoBoolean.TRUE) {
        sequence.add(Statements.holds(value));
      }
    }
  }

  /**
   * What a negated statement computes on the way is computed before it, as OPA does: if that is
   * undefined, so is the negation.
   */
  private void planNegated(Statement statement) {
    Statement.Kind kind = statement.kind();
    if (Functions.isPrint(kind)) {
      planKind(kind, statement);
      return;
    }
    if (kind instanceof Statement.Unify unify) {
      kind = new Statement.Unify(computeWithin(unify.left()), computeWithin(unify.right()));
    } else if (kind instanceof Statement.Holds holds) {
      kind =
          new Statement.Holds(
              holds.term() instanceof Term.Call call
                  ? computeArguments(call)
                  : computeWithin(holds.term()));
    }
    BodyPlanner inner = inner();
    inner.planKind(kind, statement);
    sequence.add(Statements.not(inner.sequence.flow(Flow.STOP)));
  }

  private Term computeArguments(Term.Call call) {
    if (Functions.isOfCompiler(call)) {
      return call;
    }
    List<Term> arguments = Lists.map(call.arguments(), this::compute);
    return new Term.Call(call.function(), arguments, call.location());
  }

  /** Computes the parts of a term, but not the term itself if it is a reference. */
  private Term computeWithin(Term term) {
    if (term instanceof Term.Ref ref) {
      List<Term> path = Lists.map(ref.path(), this::compute);
      return new Term.Ref(ref.head(), path, ref.location());
    }
    boolean composite =
        term instanceof Term.Array || term instanceof Term.SetOf || term instanceof Term.ObjectOf;
    return composite ? compute(term) : term;
  }

  private Term compute(Term term) {
    return Terms.requiresEvaluation(term) ? references.store(references.close(term)) : term;
  }

  private void planEvery(Statement.Every every, Statement statement) {
    Expression domain = terms.expression(every.domain());
    BodyPlanner inner = inner();
    Pattern key = every.key().map(inner.terms::pattern).orElse(Pattern.ANY);
    Pattern value = inner.terms.pattern(every.value());
    inner.plan(every.body());
    sequence.add(
        Statements.every(key, value, domain, inner.sequence.flow(Flow.STOP), statement.location()));
  }
}
