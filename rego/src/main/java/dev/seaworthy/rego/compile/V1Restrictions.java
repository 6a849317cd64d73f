package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.Set;

/**
 * Finds what v0 allows and v1 does not: names that hide the documents {@code input} and {@code
 * data}, and calls of built-ins that OPA has deprecated.
 */
final class V1Restrictions extends Visitor {

  private static final Set<String> DEPRECATED =
      Set.of(
          "all",
          "any",
          "cast_array",
          "cast_boolean",
          "cast_null",
          "cast_object",
          "cast_set",
          "cast_string",
          "net.cidr_overlap",
          "re_match",
          "set_diff");

  private final Problems problems;

  V1Restrictions(Problems problems) {
    this.problems = problems;
  }

  /** Checks a rule before its local variables have names of their own. */
  void check(RuleDraft draft) {
    if (draft.module().version() != RegoVersion.V1) {
      return;
    }
    if (Names.isRoot(draft.name())) {
      problems.compile(
          draft.location(),
          "rules must not shadow " + draft.name() + " (use a different rule name)");
    }
    for (Term argument : draft.arguments) {
      if (Terms.isRoot(argument)) {
        problems.compile(draft.location(), shadows("args", argument));
      }
    }
    walk(draft);
  }

  private static String shadows(String what, Term root) {
    String name = ((Term.Var) root).name();
    return what + " must not shadow " + name + " (use a different variable name)";
  }

  @Override
  void visit(Statement statement) {
    if (statement.kind() instanceof Statement.Assign assign && Terms.isRoot(assign.target())) {
      problems.compile(statement.location(), shadows("variables", assign.target()));
    }
  }

  @Override
  void visit(Term term) {
    if (term instanceof Term.Call call && DEPRECATED.contains(call.name())) {
      problems.type(
          call.location(), "deprecated built-in function calls in expression: " + call.name());
    }
  }
}
