package dev.seaworthy.schema;

import java.util.Optional;

/** Knows the schemas of kinds of objects. Safe for any number of threads. */
@FunctionalInterface
public interface SchemaSource {

  /** Knows none. */
  SchemaSource NONE = (apiVersion, kind) -> Optional.empty();

  /**
   * The JSON Schema of a kind: one document that needs no other.
   *
   * @param apiVersion group and version, such as {@code apps/v1}; {@code v1} for the core group
   * @param kind such as {@code Deployment}
   * @return the text; empty if this knows no such kind. Each time the same.
   */
  Optional<String> schema(String apiVersion, String kind);

  /**
   * Where the schema of a kind is from, for messages: a file.
   *
   * @return empty if there is nothing to say, or no such schema
   */
  default Optional<String> origin(String apiVersion, String kind) {
    return Optional.empty();
  }
}
