package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what {@code with} replaces. */
final class WithChecks extends Visitor {

  private static final String BUILT_IN = "with keyword replacing built-in function: ";
  private static final Set<String> FIXED =
      Set.of("eq", Functions.METADATA_RULE, Functions.METADATA_CHAIN);

  private final Functions functions;
  private final Problems problems;

  WithChecks(Functions functions, Problems problems) {
    this.functions = functions;
    this.problems = problems;
  }

  @Override
  void visit(Statement.With with) {
    Term target = with.target();
    if (Terms.startsWith(target, "data")) {
      checkData(target);
    } else if (!Terms.startsWith(target, "input")) {
      checkBuiltin(target);
    }
    if (functions.isFunctionReplacement(with)) {
      checkArity(with);
    } else if (functions.isBuiltin(with.value())) {
      problems.unsafe(
          with.value().location(), "var " + Functions.name(with.value()) + " is unsafe");
    }
  }

  private void checkData(Term target) {
    RuleNode node = functions.root();
    List<Term> path = Terms.path(target);
    for (int i = 0; i < path.size(); i++) {
      Optional<RegoValue> step = Terms.constant(path.get(i));
      if (step.isEmpty()) {
        problems.compile(target.location(), "with keyword target must be a path of constants");
        return;
      }
      node = node == null ? null : node.child(step.get());
      if (node != null && !node.rules().isEmpty() && i < path.size() - 1) {
        problems.compile(
            target.location(), "with keyword cannot partially replace virtual document(s)");
        return;
      }
    }
  }

  private void checkBuiltin(Term target) {
    String name = Functions.name(target);
    if (FIXED.contains(name)) {
      problems.compile(target.location(), BUILT_IN + "replacement of \"" + name + "\" invalid");
    } else if (name.startsWith("internal.")) {
      problems.compile(
          target.location(),
          BUILT_IN + "replacement of internal function \"" + name + "\" invalid");
    } else if (name.equals(Functions.PRINT)) {
      problems.compile(target.location(), BUILT_IN + "target must not be a void function");
    } else if (functions.isRelation(name)) {
      problems.compile(target.location(), BUILT_IN + "target must not be a relation");
    } else if (!functions.isFunction(target)) {
      problems.type(
          target.location(),
          "with keyword target must reference existing input, data, or a function");
    }
  }

  private void checkArity(Statement.With with) {
    int wanted = functions.arityOf(with.target());
    int given = functions.arityOf(with.value());
    boolean certain = wanted != Functions.UNKNOWN && given != Functions.UNKNOWN;
    if (certain && functions.isFunction(with.value()) && wanted != given) {
      problems.type(
          with.location(),
          "%s: arity mismatch\n\thave: %d\n\twant: %d"
              .formatted(Functions.name(with.target()), given, wanted));
    }
  }
}
