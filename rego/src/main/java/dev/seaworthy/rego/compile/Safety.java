package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.compile.VarCollector.Skip;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders statements so that each finds the variables bound that it needs, with as few changes as
 * OPA makes: a statement moves down to where it can first be evaluated. What can be evaluated
 * nowhere is unsafe.
 */
final class Safety {

  private static final Set<String> FUTURE_KEYWORDS = Set.of("in", "every", "contains", "if");

  private final OutputVars outputs;
  private final Problems problems;

  /** Where each unsafe variable is used first. */
  private final Map<String, RegoLocation> unsafe = new LinkedHashMap<>();

  /** What unsafe {@code :=} would declare: it is not to blame if its value is unsafe. */
  private final Set<String> declared = new HashSet<>();

  Safety(Functions functions, Problems problems) {
    this.outputs = new OutputVars(functions);
    this.problems = problems;
  }

  /** Checks that the body or the arguments of a rule have the variables of its head. */
  void head(RuleDraft draft) {
    Set<String> known = VarCollector.of(draft.body, Skip.CLOSURES);
    known.addAll(VarCollector.of(draft.arguments));
    new Visitor() {
      @Override
      void visit(Term term) {
        if (term instanceof Term.Var var
            && !Names.isRoot(var.name())
            && !Names.isGenerated(var.name())
            && !known.contains(var.name())) {
          addUnsafe(var.name(), var.location());
        }
      }
    }.walkHead(draft);
    report();
  }

  /** Orders the body of a rule. */
  void body(RuleDraft draft) {
    Set<String> arguments = VarCollector.of(draft.arguments, Skip.CLOSURES);
    draft.body = order(draft.body, arguments);
    report();
  }

  Body query(Body query) {
    Body ordered = order(query, Set.of());
    report();
    return ordered;
  }

  private void report() {
    if (unsafe.isEmpty()) {
      declared.clear();
      return;
    }
    List<String> named = unsafe.keySet().stream().filter(name -> !Names.isGenerated(name)).toList();
    boolean onlyDeclared = declared.containsAll(named);
    for (String name : named) {
      if (onlyDeclared || !declared.contains(name)) {
        report(Names.original(name), unsafe.get(name));
      }
    }
    if (named.isEmpty()) {
      new LinkedHashSet<>(unsafe.values())
          .forEach(location -> problems.unsafe(location, "expression is unsafe"));
    }
    unsafe.clear();
    declared.clear();
  }

  private void report(String name, RegoLocation location) {
    String hint =
        FUTURE_KEYWORDS.contains(name)
            ? " (hint: `import future.keywords." + name + "` to import a future keyword)"
            : "";
    problems.unsafe(location, "var " + name + " is unsafe" + hint);
  }

  private void addUnsafe(String name, RegoLocation location) {
    unsafe.merge(
        name,
        location,
        (a, b) -> Comparator.comparingInt(RegoLocation::offset).compare(a, b) <= 0 ? a : b);
  }

  /**
   * Orders a body and those within it.
   *
   * @param outside the variables that are bound outside
   */
  private Body order(Body body, Set<String> outside) {
    Set<String> bodyVars = VarCollector.of(body, Skip.CLOSURES);
    Set<String> bound = new HashSet<>(outside);
    List<PendingStatement> pending = new ArrayList<>();
    for (Statement statement : body.statements()) {
      pending.add(new PendingStatement(statement, bodyVars));
    }
    List<Statement> ordered = new ArrayList<>();
    boolean progress = true;
    while (progress) {
      progress = pending.removeIf(statement -> add(statement, bound, ordered));
    }
    for (PendingStatement statement : pending) {
      reject(statement, bound);
      ordered.add(statement.statement());
    }
    return new Body(orderClosures(ordered, outside), body.location());
  }

  /** Adds a statement to those in order if it can be evaluated after them. */
  private boolean add(PendingStatement pending, Set<String> bound, List<Statement> ordered) {
    if (!pending.isWorthATry(bound)) {
      return false;
    }
    Set<String> bindings = outputs.of(pending.statement(), bound);
    if (!pending.missing(bound, bindings).isEmpty()) {
      return false;
    }
    ordered.add(pending.statement());
    bound.addAll(bindings);
    return true;
  }

  private void reject(PendingStatement pending, Set<String> bound) {
    Statement statement = pending.statement();
    Set<String> bindings = outputs.of(statement, bound);
    for (String name : pending.missing(bound, bindings)) {
      addUnsafe(name, statement.location());
    }
    if (statement.kind() instanceof Statement.Unify unify && unify.declares()) {
      declared.addAll(VarCollector.of(unify.left()));
    }
  }

  private List<Statement> orderClosures(List<Statement> statements, Set<String> outside) {
    Set<String> bound = new HashSet<>(outside);
    List<Statement> ordered = new ArrayList<>();
    for (Statement statement : statements) {
      ordered.add(new InnerBodies(statement, bound).statement(statement));
      bound.addAll(VarCollector.of(statement, Skip.CLOSURES));
    }
    return ordered;
  }

  /** Orders the bodies within a statement. */
  private final class InnerBodies extends Closures {

    private final Statement statement;
    private final Set<String> bound;

    InnerBodies(Statement statement, Set<String> bound) {
      this.statement = statement;
      this.bound = bound;
    }

    @Override
    Body closure(Body body, List<Term> heads) {
      Set<String> known = VarCollector.of(body, Skip.CLOSURES);
      known.addAll(bound);
      for (String name : VarCollector.of(heads)) {
        if (!known.contains(name)) {
          addUnsafe(name, statement.location());
        }
      }
      return order(body, bound);
    }

    @Override
    Statement.Kind every(Statement.Every every) {
      Set<String> inside = new HashSet<>(bound);
      every.key().ifPresent(key -> inside.add(key.name()));
      inside.add(every.value().name());
      Body body = order(every.body(), inside);
      return new Statement.Every(every.key(), every.value(), every.domain(), body);
    }
  }
}
