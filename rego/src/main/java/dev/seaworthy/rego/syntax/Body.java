package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import java.util.List;

/**
 * Statements that all have to hold. Holds if there is none.
 *
 * @param statements in the order of the text
 * @param location from the first to the last statement, or from brace to brace
 */
public record Body(List<Statement> statements, RegoLocation location) {
  public Body {
    statements = List.copyOf(statements);
  }
}
