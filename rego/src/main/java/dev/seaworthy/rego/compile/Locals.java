package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.compile.Scopes.Origin;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives local variables names of their own, so that a name means one variable in a whole rule.
 * Declarations are gone then: {@code :=} and {@code some in} are unifications.
 */
final class Locals extends Rewriter {

  private final Names names;
  private final Problems problems;
  private Scopes scopes;
  private Declarer declarer;

  Locals(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
    this.scopes = new Scopes();
    this.declarer = new Declarer(names, problems, scopes);
  }

  private void enter(Scopes inner) {
    scopes = inner;
    declarer = new Declarer(names, problems, inner);
  }

  /** Renames the variables of a rule and of those after {@code else}. */
  void rule(RuleDraft first) {
    Scopes arguments = new Scopes();
    enter(arguments);
    for (RuleDraft draft : first.chain()) {
      draft.arguments = Lists.map(draft.arguments, declarer::argument);
    }
    for (RuleDraft draft : first.chain()) {
      enter(arguments.copy());
      Set<String> used = new HashSet<>(VarCollector.of(draft.ref));
      draft.key.ifPresent(key -> used.addAll(VarCollector.of(key)));
      draft.value.ifPresent(value -> used.addAll(VarCollector.of(value)));
      draft.body = scoped(draft.body, used);
      draft.ref = terms(draft.ref);
      draft.key = draft.key.map(this::term);
      draft.value = draft.value.map(this::term);
      draft.arguments = terms(draft.arguments);
    }
  }

  /** Renames the variables of a query. */
  Body query(Body query) {
    enter(new Scopes());
    return scoped(query, Set.of());
  }

  /** A body in the innermost scope. */
  private Body scoped(Body body, Set<String> used) {
    int before = problems.size();
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : body.statements()) {
      rewritten(statement).ifPresent(statements::add);
    }
    Body result = new Body(statements, body.location());
    if (problems.size() == before) {
      declarer.checkUnused(result, used);
    }
    return result;
  }

  private Optional<Statement> rewritten(Statement statement) {
    if (statement.kind() instanceof Statement.Some some) {
      some.vars()
          .forEach(var -> declarer.declare(var.name(), Origin.DECLARED, statement.location()));
      return Optional.empty();
    }
    if (statement.kind() instanceof Statement.Assign assign) {
      return Optional.of(assign(statement, assign));
    }
    if (statement.kind() instanceof Statement.SomeIn some) {
      return Optional.of(someIn(statement, some));
    }
    return Optional.of(statement(statement));
  }

  @Override
  Body body(Body body) {
    return scoped(body, Set.of());
  }

  private Statement assign(Statement statement, Statement.Assign assign) {
    if (statement.negated()) {
      problems.compile(statement.location(), "cannot assign vars inside negated expression");
      return statement;
    }
    Term value = term(assign.value());
    List<Statement.With> withs = withs(statement.withs());
    Term target = declarer.target(assign.target(), this::term);
    return new Statement(
        new Statement.Unify(target, value, true), false, withs, statement.location());
  }

  private Statement someIn(Statement statement, Statement.SomeIn some) {
    Term key = some.key().orElseGet(() -> new Term.Var("$" + names.fresh(), statement.location()));
    Set<String> declared = new TreeSet<>(VarCollector.of(key, VarCollector.Skip.CLOSURES));
    declared.addAll(
        VarCollector.of(
            some.value(),
            VarCollector.Skip.CLOSURES,
            VarCollector.Skip.OBJECT_KEYS,
            VarCollector.Skip.SETS,
            VarCollector.Skip.REF_HEADS));
    declared.removeAll(VarCollector.of(some.collection()));
    for (String name : declared) {
      if (!Names.isWildcard(name) && !Names.isGenerated(name)) {
        declarer.declare(name, Origin.DECLARED, statement.location());
      }
    }
    Term item = item(term(some.collection()), term(key));
    return new Statement(
        new Statement.Unify(term(some.value()), item),
        statement.negated(),
        withs(statement.withs()),
        statement.location());
  }

  private static Term item(Term collection, Term key) {
    if (collection instanceof Term.Ref ref) {
      List<Term> path = new ArrayList<>(ref.path());
      path.add(key);
      return new Term.Ref(ref.head(), path, collection.location());
    }
    return new Term.Ref(collection, List.of(key), collection.location());
  }

  @Override
  Statement.Kind every(Statement.Every every) {
    Term domain = term(every.domain());
    scopes.push();
    Optional<Term.Var> key = every.key().map(var -> declarer.iterated(var, every.body()));
    Term.Var value = declarer.iterated(every.value(), every.body());
    Body body = scoped(every.body(), Set.of());
    scopes.pop();
    return new Statement.Every(key, value, domain, body);
  }

  @Override
  Term var(Term.Var var) {
    if (Names.isRoot(var.name()) && !scopes.isDeclared(var.name())) {
      return var;
    }
    String renamed = scopes.renamed(var.name());
    if (renamed == null) {
      scopes.add(var.name(), var.name(), Origin.SEEN, var.location());
      return var;
    }
    return renamed.equals(var.name()) ? var : new Term.Var(renamed, var.location());
  }

  @Override
  Term call(Term.Call call) {
    for (String name : VarCollector.of(call.function())) {
      String renamed = scopes.renamed(name);
      if (renamed != null && !renamed.equals(name)) {
        problems.compile(call.location(), "called function " + call.name() + " shadowed");
      }
    }
    return super.call(call);
  }

  @Override
  Statement.With with(Statement.With with) {
    return new Statement.With(withTarget(with.target()), term(with.value()), with.location());
  }

  /** {@code with input as} means the document, even where a variable has this name. */
  private Term withTarget(Term target) {
    if (target instanceof Term.Ref ref && Terms.isRoot(ref.head())) {
      return new Term.Ref(ref.head(), terms(ref.path()), ref.location());
    }
    return target;
  }

  @Override
  Term comprehension(Term.ArrayComprehension array) {
    scopes.push();
    Body body = scoped(array.body(), VarCollector.of(array.head()));
    Term head = term(array.head());
    scopes.pop();
    return new Term.ArrayComprehension(head, body, array.location());
  }

  @Override
  Term comprehension(Term.SetComprehension set) {
    scopes.push();
    Body body = scoped(set.body(), VarCollector.of(set.head()));
    Term head = term(set.head());
    scopes.pop();
    return new Term.SetComprehension(head, body, set.location());
  }

  @Override
  Term comprehension(Term.ObjectComprehension object) {
    scopes.push();
    Body body = scoped(object.body(), VarCollector.of(List.of(object.key(), object.value())));
    Term key = term(object.key());
    Term value = term(object.value());
    scopes.pop();
    return new Term.ObjectComprehension(key, value, body, object.location());
  }

  @Override
  Term template(Term.Template template) {
    scopes.push();
    Term renamed = super.template(template);
    scopes.pop();
    return renamed;
  }
}
