package dev.seaworthy.schema.validate;

import dev.seaworthy.model.FieldPath;
import java.util.Set;

/**
 * What is wrong with a field.
 *
 * @param kind how it is wrong
 * @param path the field: for one that is missing, the one that is not there
 * @param message lower-case, names the field in quotes, no full stop
 * @param fields for an unknown field the names that its place has; otherwise none
 */
public record SchemaViolation(Kind kind, FieldPath path, String message, Set<String> fields) {

  /** The ways in which a field can be wrong. */
  public enum Kind {
    /** The place has no field of that name: the API server drops it, or refuses the object. */
    UNKNOWN_FIELD,
    /** A text where a number must be, or the like. */
    WRONG_TYPE,
    /** A field that must be there is not. */
    MISSING_FIELD,
    /** The type fits and the value does not. */
    INVALID_VALUE
  }

  public SchemaViolation {
    fields = Set.copyOf(fields);
  }
}
