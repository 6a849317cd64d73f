package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.compile.Scopes.Origin;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives local variables names of their own, so that a name means one variable in a whole rule.
 * Declarations are gone then: {@code :=} and {@code some in} are unifications.
 */
final class Locals extends Rewriter {

  private static final Map<Origin, String> REDECLARED =
      Map.of(
          Origin.SEEN, "var %s referenced above",
          Origin.ASSIGNED, "var %s assigned above",
          Origin.DECLARED, "var %s declared above",
          Origin.ARGUMENT, "arg %s redeclared");

  private final Names names;
  private final Problems problems;
  private Scopes scopes = new Scopes();

  Locals(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /** Renames the variables of a rule and of those after {@code else}. */
  void rule(RuleDraft first) {
    Scopes arguments = new Scopes();
    for (RuleDraft draft : first.chain()) {
      scopes = arguments;
      draft.arguments = Lists.map(draft.arguments, this::argument);
    }
    for (RuleDraft draft : first.chain()) {
      scopes = arguments.copy();
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
    scopes = new Scopes();
    return scoped(query, Set.of());
  }

  private Term argument(Term term) {
    if (term instanceof Term.Var var && !var.isWildcard()) {
      String renamed = scopes.renamed(var.name());
      if (renamed == null) {
        renamed = names.local(var.name());
        scopes.add(var.name(), renamed, Origin.ARGUMENT);
      }
      return new Term.Var(renamed, var.location());
    }
    if (term instanceof Term.Array array) {
      List<Term> items = Lists.map(array.items(), this::argument);
      return new Term.Array(items, array.location());
    }
    if (term instanceof Term.ObjectOf object) {
      List<Term.Member> members =
          Lists.map(
              object.members(), member -> new Term.Member(member.key(), argument(member.value())));
      return new Term.ObjectOf(members, object.location());
    }
    if (term instanceof Term.Call) {
      problems.compile(term.location(), "rule arguments cannot contain calls");
    }
    return term;
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
      new UnusedVars(problems).check(body, result, scopes, used);
    }
    return result;
  }

  private Optional<Statement> rewritten(Statement statement) {
    if (statement.kind() instanceof Statement.Some some) {
      some.vars().forEach(var -> declare(var.name(), Origin.DECLARED, statement.location()));
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
    Term target = target(assign.target());
    return new Statement(
        new Statement.Unify(target, value, true), false, withs, statement.location());
  }

  /** What is left of {@code :=}. */
  private Term target(Term term) {
    if (term instanceof Term.Var var) {
      return declared(var);
    }
    if (term instanceof Term.Array array) {
      List<Term> items = Lists.map(array.items(), this::target);
      return new Term.Array(items, array.location());
    }
    if (term instanceof Term.ObjectOf object) {
      List<Term.Member> members =
          Lists.map(
              object.members(),
              member -> new Term.Member(term(member.key()), target(member.value())));
      return new Term.ObjectOf(members, object.location());
    }
    problems.compile(term.location(), "cannot assign to " + Terms.kind(term));
    return term;
  }

  private Term declared(Term.Var var) {
    if (var.isWildcard()) {
      return var;
    }
    return new Term.Var(declare(var.name(), Origin.ASSIGNED, var.location()), var.location());
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
        declare(name, Origin.DECLARED, statement.location());
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

  private String declare(String name, Origin origin, RegoLocation location) {
    Origin before = scopes.origin(name);
    if (before != null) {
      problems.compile(location, REDECLARED.get(before).formatted(name));
    }
    String renamed = names.local(name);
    scopes.add(name, renamed, origin);
    return renamed;
  }

  @Override
  Statement.Kind every(Statement.Every every) {
    Term domain = term(every.domain());
    scopes.push();
    Optional<Term.Var> key = every.key().map(this::declaredByEvery);
    Term.Var value = declaredByEvery(every.value());
    Body body = scoped(every.body(), Set.of());
    scopes.pop();
    return new Statement.Every(key, value, domain, body);
  }

  private Term.Var declaredByEvery(Term.Var var) {
    if (var.isWildcard()) {
      return var;
    }
    return new Term.Var(declare(var.name(), Origin.DECLARED, var.location()), var.location());
  }

  @Override
  Term var(Term.Var var) {
    if (Names.isRoot(var.name()) && !scopes.isDeclared(var.name())) {
      return var;
    }
    String renamed = scopes.renamed(var.name());
    if (renamed == null) {
      scopes.add(var.name(), var.name(), Origin.SEEN);
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
