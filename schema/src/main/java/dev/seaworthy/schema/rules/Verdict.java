package dev.seaworthy.schema.rules;

import dev.seaworthy.schema.validate.CompiledSchema;
import dev.seaworthy.schema.validate.SchemaViolation;
import dev.seaworthy.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What came of holding an object against its schema.
 *
 * @param schema the schema; empty if there is none, or none that says anything
 * @param violations what is wrong
 * @param notServed why no server takes the object, by the definition of its kind; empty if one does
 * @param isKnown whether the kind is known
 * @param problems what is wrong with the schema itself
 * @param told whether these problems were reported
 */
record Verdict(
    Optional<CompiledSchema> schema,
    List<SchemaViolation> violations,
    Optional<String> notServed,
    boolean isKnown,
    List<Problem> problems,
    AtomicBoolean told) {

  static Verdict of(CompiledSchema schema, List<SchemaViolation> violations) {
    return new Verdict(
        Optional.of(schema), violations, Optional.empty(), true, List.of(), new AtomicBoolean());
  }

  static Verdict known() {
    return without(Optional.empty(), true, List.of());
  }

  static Verdict unknown() {
    return without(Optional.empty(), false, List.of());
  }

  static Verdict notServed(String reason) {
    return without(Optional.of(reason), true, List.of());
  }

  static Verdict failed(List<Problem> problems) {
    return without(Optional.empty(), true, problems);
  }

  private static Verdict without(
      Optional<String> notServed, boolean isKnown, List<Problem> problems) {
    return new Verdict(
        Optional.empty(), List.of(), notServed, isKnown, problems, new AtomicBoolean());
  }

  Verdict with(List<Problem> more) {
    return more.isEmpty()
        ? this
        : new Verdict(schema, violations, notServed, isKnown, more, new AtomicBoolean());
  }
}
