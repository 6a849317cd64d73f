package dev.seaworthy.rego.trace;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that happened in an evaluation.
 *
 * @param operation what happened
 * @param point to which part of the policy
 * @param depth the rules and functions around it that are being evaluated; 0 for the query
 * @param operands the variables and references of a statement that were known before it; to be
 *     asked only while the tracer is called, for this event or a later one of the same rule. What
 *     the statement did not come to is evaluated for that, so ask when it failed, not before
 * @param note what a call of {@code trace} says; empty for other events
 */
public record TraceEvent(
    Operation operation,
    TracePoint point,
    int depth,
    Supplier<List<Operand>> operands,
    Optional<String> note) {

  /** What can happen. */
  public enum Operation {
    /** A rule is tried, its arguments fit. */
    ENTER,
    /** A statement is evaluated. */
    EVAL,
    /** A statement held no time. */
    FAIL,
    /**
     * What follows a statement was tried, and the statement is to hold once more; only for
     * statements that may.
     */
    REDO,
    /**
     * The keys of the member that a rule adds to an object are known: they are the operands. The
     * rest of the body is still to be evaluated.
     */
    KEY,
    /** The body of a rule held. */
    EXIT,
    /** A policy called {@code trace}; the point is the statement that was evaluated last. */
    NOTE
  }

  /**
   * A part of a statement.
   *
   * @param location where it is written
   * @param value its value; empty if it is undefined
   */
  public record Operand(RegoLocation location, Optional<RegoValue> value) {}
}
