package dev.seaworthy.schema.generator;

import java.util.List;
import java.util.Optional;

/**
 * A model class of the client: one type of the Kubernetes API.
 *
 * @param name the simple name of the class, such as {@code V1PodSpec}
 * @param fields its fields, by name
 */
record Model(String name, List<Field> fields) {

  /**
   * A field of a model.
   *
   * @param name as in JSON
   * @param type the Java type, as a class file's signature
   * @param required whether the API's description calls it required
   */
  record Field(String name, String type, boolean required) {}

  Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }

  boolean has(String fieldName) {
    return field(fieldName).isPresent();
  }

  /** Whether objects of this type stand alone: they say what they are. */
  boolean isObject() {
    return has("apiVersion") && has("kind") && has("metadata");
  }
}
