package dev.seaworthy.rego.trace;

import dev.seaworthy.rego.RegoLocation;

/**
 * A part of a policy that evaluations come to.
 *
 * @param kind what it is
 * @param location where it is written; for a rule its head. A call within a statement is a part of
 *     its own
 * @param name the path of a rule, such as {@code data.app.deny}; empty for a statement
 */
public record TracePoint(Kind kind, RegoLocation location, String name) {

  /** What a part is. */
  public enum Kind {
    RULE,
    STATEMENT
  }

  public static TracePoint rule(RegoLocation head, String name) {
    return new TracePoint(Kind.RULE, head, name);
  }

  public static TracePoint statement(RegoLocation location) {
    return new TracePoint(Kind.STATEMENT, location, "");
  }
}
