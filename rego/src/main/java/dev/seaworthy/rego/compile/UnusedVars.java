package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import java.util.List;
import java.util.Set;

/** Finds variables that are declared and not used. */
final class UnusedVars {

  private final Problems problems;

  UnusedVars(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks a body.
   *
   * @param original the body as it was written
   * @param renamed the body with the names of the scopes
   * @param scopes the innermost is that of the body
   * @param used the variables that are used outside of the body, such as in a head
   */
  void check(Body original, Body renamed, Scopes scopes, Set<String> used) {
    Set<String> declared = scopes.declared();
    if (declared.isEmpty()) {
      return;
    }
    Set<String> present = VarCollector.of(renamed);
    for (String name : declared) {
      if (!present.contains(scopes.renamed(name)) && !used.contains(name)) {
        problems.compile(declaration(original, name), "declared var " + name + " unused");
      }
    }
  }

  private static RegoLocation declaration(Body body, String name) {
    for (Statement statement : body.statements()) {
      if (Declarations.of(new Body(List.of(statement), body.location())).contains(name)) {
        return statement.location();
      }
    }
    return body.statements().get(0).location();
  }
}
