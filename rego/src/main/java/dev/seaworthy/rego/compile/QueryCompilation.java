package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.eval.Expression;
import dev.seaworthy.rego.eval.Flow;
import dev.seaworthy.rego.eval.Program;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.value.RegoBoolean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Compiles a query against a policy. */
final class QueryCompilation {

  private final Linker linker;
  private final Functions functions;
  private final Map<String, Term> globals;
  private final Names names = new Names();
  private final Problems problems = new Problems();

  /** For each statement the variable that takes its value, if it has one. */
  private final List<Optional<Term.Var>> values = new ArrayList<>();

  /**
   * @param globals what names stand for besides variables
   */
  QueryCompilation(Linker linker, Map<String, Term> globals) {
    this.linker = linker;
    this.globals = globals;
    this.functions = linker.functions();
  }

  Program compile(Body query) throws RegoException {
    Body resolved = new Resolver(globals, functions.builtins()).body(query);
    Body local = new Locals(names, problems).query(resolved);
    problems.check();
    Body rewritten = new TextRewriter(functions, names, problems).query(local);
    problems.check();
    check(rewritten);
    Body captured = capture(rewritten);
    Body expanded = new Expander(names, functions, new Metadata(List.of())).body(captured);
    Body ordered = new Safety(functions, problems).query(expanded);
    problems.check();
    return plan(ordered, rewritten);
  }

  private void check(Body query) throws RegoException {
    new WithChecks(functions, problems).walk(query);
    problems.check();
    new CallChecks(functions, problems).walk(query);
    problems.check();
    new Types(functions, problems).walk(query);
    problems.check();
  }

  /** Makes statements that have a value of their own bind it to a variable. */
  private Body capture(Body query) {
    List<Statement> statements = new ArrayList<>();
    List<Statement> conditions = new ArrayList<>();
    for (Statement statement : query.statements()) {
      boolean hasValue =
          !statement.negated()
              && statement.kind() instanceof Statement.Holds holds
              && returnsValue(holds.term());
      if (!hasValue) {
        statements.add(statement);
        values.add(Optional.empty());
        continue;
      }
      Term term = ((Statement.Holds) statement.kind()).term();
      Term.Var value = new Term.Var(names.fresh(), statement.location());
      values.add(Optional.of(value));
      statements.add(Terms.with(statement, new Statement.Unify(value, term)));
      conditions.add(Terms.holds(value, List.of()));
    }
    boolean several = query.statements().size() > 1 || hasVariables(query);
    return Terms.append(new Body(statements, query.location()), several ? conditions : List.of());
  }

  private boolean returnsValue(Term term) {
    return !(term instanceof Term.Call call)
        || !call.name().equals(Functions.INTERNAL_PRINT)
            && call.arguments().size() == functions.arity(call);
  }

  private static boolean hasVariables(Body query) {
    return !VarCollector.of(query, VarCollector.Skip.CLOSURES).isEmpty();
  }

  private Program plan(Body ordered, Body original) {
    Slots slots = new Slots();
    slots.cell();
    BodyPlanner planner = new BodyPlanner(linker, slots);
    planner.plan(ordered);
    linker.fillViews();
    Map<String, Integer> variables = new LinkedHashMap<>();
    for (String name : new TreeSet<>(VarCollector.of(original, VarCollector.Skip.CLOSURES))) {
      if (!Names.isGenerated(name) && !Names.isWildcard(name)) {
        variables.put(Names.original(name), slots.of(name));
      }
    }
    List<Expression> expressions =
        values.stream()
            .map(
                value ->
                    value
                        .<Expression>map(var -> Expression.local(slots.of(var.name())))
                        .orElseGet(() -> Expression.constant(RegoBoolean.TRUE)))
            .toList();
    Flow body = planner.sequence().flow(Program.solution(variables, expressions));
    return new Program(slots.size(), body, original.location());
  }
}
