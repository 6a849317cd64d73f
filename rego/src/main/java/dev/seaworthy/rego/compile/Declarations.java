package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variables that a body declares: those are local, whatever rules and imports there are. */
final class Declarations {

  private final Set<String> names = new HashSet<>();

  private Declarations() {}

  /** What {@code :=} and {@code some} declare, in the bodies of {@code every} as well. */
  static Set<String> of(Body body) {
    Declarations declarations = new Declarations();
    declarations.body(body.statements());
    return declarations.names;
  }

  private void body(List<Statement> statements) {
    statements.forEach(statement -> kind(statement.kind()));
  }

  private void kind(Statement.Kind kind) {
    if (kind instanceof Statement.Assign assign) {
      names.addAll(VarCollector.of(assign.target()));
      if (Terms.isRoot(assign.target())) {
        names.add(((Term.Var) assign.target()).name());
      }
    } else if (kind instanceof Statement.Some some) {
      some.vars().forEach(var -> names.add(var.name()));
    } else if (kind instanceof Statement.SomeIn some) {
      some.key().ifPresent(key -> names.addAll(VarCollector.of(key)));
      names.addAll(VarCollector.of(some.value()));
    } else if (kind instanceof Statement.Every every) {
      body(every.body().statements());
    }
  }
}
