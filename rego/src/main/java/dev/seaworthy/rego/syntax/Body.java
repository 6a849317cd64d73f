package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import java.util.List;

/**
 * Statements that all have to hold. Holds if there is none.
 *
 * @param statements in the order of the text
 */
public record Body(List<Statement> statements, RegoLocation location) {
  public Body {
    statements = List.copyOf(statements);
  }
}
