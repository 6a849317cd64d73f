package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;

/** Checks that {@code input} and {@code data} keep their meaning; in v0 variables may hide them. */
final class RootShadowing extends Visitor {

  private final Problems problems;

  RootShadowing(Problems problems) {
    this.problems = problems;
  }

  void rule(RuleDraft draft) {
    for (Term argument : draft.arguments) {
      if (Terms.isRoot(argument)) {
        String name = ((Term.Var) argument).name();
        problems.compile(argument.location(), message(name, "args", "variable"));
      }
    }
    if (draft.module().version() == RegoVersion.V1) {
      if (Names.isRoot(draft.name())) {
        problems.compile(draft.location(), message(draft.name(), "rules", "rule"));
      }
      walk(draft);
    }
  }

  @Override
  void visit(Statement statement) {
    if (statement.kind() instanceof Statement.Assign assign && Terms.isRoot(assign.target())) {
      String name = ((Term.Var) assign.target()).name();
      problems.compile(statement.location(), message(name, "variables", "variable"));
    }
  }

  private static String message(String name, String what, String kind) {
    return "%s must not shadow %s (use a different %s name)".formatted(what, name, kind);
  }
}
