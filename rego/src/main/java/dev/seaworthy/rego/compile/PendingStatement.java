package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.compile.VarCollector.Skip;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A statement that waits for the variables that it needs. */
final class PendingStatement {

  private final Statement statement;
  private final Set<String> vars;
  private final Set<String> inClosures;
  private int known = -1;

  /**
   * @param bodyVars the variables of the body that the statement is in
   */
  PendingStatement(Statement statement, Set<String> bodyVars) {
    this.statement = statement;
    this.vars = VarCollector.of(statement, Skip.CLOSURES);
    this.inClosures = closureVars(statement);
    this.inClosures.retainAll(bodyVars);
  }

  Statement statement() {
    return statement;
  }

  /** Whether more of its variables are bound than when this was asked last. */
  boolean isWorthATry(Set<String> bound) {
    int before = known;
    known = count(vars, bound) + count(inClosures, bound);
    return known > before;
  }

  private static int count(Set<String> vars, Set<String> bound) {
    int count = 0;
    for (String name : vars) {
      count += bound.contains(name) ? 1 : 0;
    }
    return count;
  }

  /** The variables that it needs and that are neither bound before nor by itself. */
  Set<String> missing(Set<String> bound, Set<String> bindings) {
    Set<String> missing = new LinkedHashSet<>(vars);
    missing.removeAll(bindings);
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
}
