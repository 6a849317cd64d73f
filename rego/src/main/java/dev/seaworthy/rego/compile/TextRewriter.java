package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.compile.VarCollector.Skip;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns interpolated strings and prints into calls whose parts are comprehensions: a part without a
 * value is an empty set then, and does not make the whole undefined.
 */
final class TextRewriter extends Rewriter {

  private final Functions functions;
  private final OutputVars outputs;
  private final Names names;
  private final Problems problems;

  /** The variables that are bound outside of the body, and all that get bound somewhere in it. */
  private Set<String> enclosing = Set.of();

  private Set<String> bound = new HashSet<>();

  /** In heads, variables by a name that nothing binds are left to the check of what is safe. */
  private boolean inHead;

  TextRewriter(Functions functions, Names names, Problems problems) {
    this.functions = functions;
    this.outputs = new OutputVars(functions);
    this.names = names;
    this.problems = problems;
  }

  void rule(RuleDraft draft) {
    enclosing = VarCollector.of(draft.arguments, Skip.CLOSURES);
    bound = new HashSet<>(enclosing);
    bound.addAll(outputs.of(draft.body.statements(), bound));
    draft.body = new Body(statements(draft.body), draft.body.location());
    draft.arguments = terms(draft.arguments);
    inHead = true;
    draft.ref = terms(draft.ref);
    draft.key = draft.key.map(this::term);
    draft.value = draft.value.map(this::term);
    inHead = false;
  }

  Body query(Body query) {
    bound = new HashSet<>();
    return body(query);
  }

  /** The statements of a body whose variables are all counted as bound already. */
  private List<Statement> statements(Body body) {
    List<Statement> rewritten = new ArrayList<>();
    for (Statement statement : body.statements()) {
      boolean print =
          statement.kind() instanceof Statement.Holds holds
              && holds.term() instanceof Term.Call call
              && call.name().equals(Functions.PRINT);
      rewritten.add(print ? print(statement, rewritten) : statement(statement));
    }
    return rewritten;
  }

  private Statement print(Statement statement, List<Statement> before) {
    Term.Call call = (Term.Call) ((Statement.Holds) statement.kind()).term();
    Set<String> all = bound;
    bound = new HashSet<>(enclosing);
    bound.addAll(outputs.of(before, bound));
    List<Term> arguments = Lists.map(call.arguments(), argument -> part(argument, List.of()));
    bound = all;
    Term function = new Term.Var(Functions.INTERNAL_PRINT, call.location());
    Term rewritten =
        new Term.Call(
            function, List.of(new Term.Array(arguments, call.location())), call.location());
    return Terms.with(statement, new Statement.Holds(rewritten));
  }

  @Override
  Body body(Body body) {
    Set<String> outside = bound;
    Set<String> outerEnclosing = enclosing;
    enclosing = outside;
    bound = new HashSet<>(outside);
    bound.addAll(outputs.of(body.statements(), bound));
    Body rewritten = new Body(statements(body), body.location());
    bound = outside;
    enclosing = outerEnclosing;
    return rewritten;
  }

  @Override
  Statement.Kind every(Statement.Every every) {
    Term domain = term(every.domain());
    Set<String> outside = bound;
    bound = new HashSet<>(outside);
    every.key().ifPresent(key -> bound.add(key.name()));
    bound.add(every.value().name());
    Body body = body(every.body());
    bound = outside;
    return new Statement.Every(every.key(), every.value(), domain, body);
  }

  @Override
  Term comprehension(Term.ArrayComprehension array) {
    Body body = body(array.body());
    Set<String> outside = enter(array.body());
    Term head = term(array.head());
    bound = outside;
    return new Term.ArrayComprehension(head, body, array.location());
  }

  @Override
  Term comprehension(Term.SetComprehension set) {
    Body body = body(set.body());
    Set<String> outside = enter(set.body());
    Term head = term(set.head());
    bound = outside;
    return new Term.SetComprehension(head, body, set.location());
  }

  @Override
  Term comprehension(Term.ObjectComprehension object) {
    Body body = body(object.body());
    Set<String> outside = enter(object.body());
    Term key = term(object.key());
    Term value = term(object.value());
    bound = outside;
    return new Term.ObjectComprehension(key, value, body, object.location());
  }

  /** Counts what the body of a comprehension binds, for its head. */
  private Set<String> enter(Body body) {
    Set<String> outside = bound;
    bound = new HashSet<>(outside);
    bound.addAll(outputs.of(body.statements(), outside));
    return outside;
  }

  @Override
  Term template(Term.Template template) {
    RegoLocation location = template.location();
    List<Term> parts = new ArrayList<>();
    for (Term.Part part : template.parts()) {
      parts.add(
          part.term() instanceof Term.Scalar && part.withs().isEmpty()
              ? part.term()
              : part(part.term(), withs(part.withs())));
    }
    return new Term.Call(
        new Term.Var(Functions.TEMPLATE, location),
        List.of(new Term.Array(parts, location)),
        location);
  }

  /** The set of the one value of a term, or the empty set. */
  private Term part(Term term, List<Statement.With> withs) {
    for (String name : VarCollector.of(term, Skip.CLOSURES)) {
      if (!bound.contains(name) && (!inHead || Names.isWildcard(name))) {
        problems.compile(term.location(), "var " + Names.original(name) + " is undeclared");
      }
    }
    if (term instanceof Term.Call call && isRelation(call)) {
      problems.compile(
          term.location(),
          "illegal call to relation built-in '"
              + call.name()
              + "' that may cause multiple outputs");
    }
    Term.Var value = new Term.Var(names.fresh(), term.location());
    Statement capture = Terms.unify(value, term(term), withs);
    return new Term.SetComprehension(
        value, new Body(List.of(capture), term.location()), term.location());
  }

  private boolean isRelation(Term.Call call) {
    return functions.builtin(call).map(Builtin::relation).orElse(false);
  }
}
