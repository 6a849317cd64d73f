package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.compile.VarCollector.Skip;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
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
    List<Statement> waiting = new ArrayList<>(body.statements());
    List<Statement> ordered = new ArrayList<>();
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Iterator<Statement> left = waiting.iterator(); left.hasNext(); ) {
        Statement statement = left.next();
        Set<String> bindings = outputs.of(statement, bound);
        if (missing(statement, bound, bindings, bodyVars).isEmpty()) {
          left.remove();
          ordered.add(statement);
          bound.addAll(bindings);
          progress = true;
        }
      }
    }
    for (Statement statement : waiting) {
      Set<String> bindings = outputs.of(statement, bound);
      missing(statement, bound, bindings, bodyVars)
          .forEach(name -> addUnsafe(name, statement.location()));
      if (statement.kind() instanceof Statement.Unify unify && unify.declares()) {
        declared.addAll(VarCollector.of(unify.left()));
      }
    }
    ordered.addAll(waiting);
    return new Body(orderClosures(ordered, outside), body.location());
  }

  /** The variables that a statement needs and that are not bound. */
  private static Set<String> missing(
      Statement statement, Set<String> bound, Set<String> bindings, Set<String> bodyVars) {
    Set<String> missing = new LinkedHashSet<>(VarCollector.of(statement, Skip.CLOSURES));
    missing.removeAll(bindings);
    Set<String> inClosures = closureVars(statement);
    inClosures.retainAll(bodyVars);
    missing.addAll(inClosures);
    missing.removeAll(bound);
    return missing;
  }

  /** The variables in comprehensions and the bodies of {@code every}. */
  private static Set<String> closureVars(Statement statement) {
    Set<String> vars = new LinkedHashSet<>();
    new Closures() {
      @Override
      Body closure(Body body, List<Term> heads) {
        vars.addAll(VarCollector.of(body));
        vars.addAll(VarCollector.of(heads));
        return body;
      }
    }.statement(statement);
    if (statement.kind() instanceof Statement.Every every) {
      every.key().ifPresent(key -> vars.remove(key.name()));
      vars.remove(every.value().name());
    }
    return vars;
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

  /** Visits the bodies right within a statement. */
  private abstract static class Closures extends Rewriter {

    /**
     * Visits a body.
     *
     * @param heads what the comprehension collects
     */
    abstract Body closure(Body body, List<Term> heads);

    @Override
    Term comprehension(Term.ArrayComprehension array) {
      Body body = closure(array.body(), List.of(array.head()));
      return new Term.ArrayComprehension(array.head(), body, array.location());
    }

    @Override
    Term comprehension(Term.SetComprehension set) {
      Body body = closure(set.body(), List.of(set.head()));
      return new Term.SetComprehension(set.head(), body, set.location());
    }

    @Override
    Term comprehension(Term.ObjectComprehension object) {
      Body body = closure(object.body(), List.of(object.key(), object.value()));
      return new Term.ObjectComprehension(object.key(), object.value(), body, object.location());
    }

    @Override
    Statement.Kind every(Statement.Every every) {
      Body body = closure(every.body(), List.of());
      return new Statement.Every(every.key(), every.value(), term(every.domain()), body);
    }
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
