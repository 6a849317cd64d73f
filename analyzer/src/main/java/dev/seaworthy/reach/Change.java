package dev.seaworthy.reach;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change to a manifest.
 *
 * @param field the field to change, there or not
 * @param value the new value as YAML; empty to remove the field or the item of a list
 * @param message what to do: an imperative, lower-case, no full stop
 */
public record Change(Field field, Optional<String> value, String message) {

  /** Gives a field another value. */
  public static Change set(Field field, String value) {
    return new Change(
        field, Optional.of(value), "set '" + field.path().name() + "' to '" + value + "'");
  }

  /** Removes a field or an item of a list. */
  public static Change remove(Field field, String message) {
    return new Change(field, Optional.empty(), message);
  }

  /**
   * An object with changes made to it, those to other objects left out.
   *
   * @throws IllegalArgumentException if a new value is no YAML
   */
  public static KubernetesObject apply(List<Change> changes, KubernetesObject object) {
    Map<FieldPath, Optional<YamlNode>> values = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change.field.object() == object) {
        values.put(change.field.path(), change.value.map(Change::node));
      }
    }
    return object.with(values);
  }

  private static YamlNode node(String value) {
    List<YamlDocument> documents = YamlReader.read(new SourceText("", value)).documents();
    if (documents.size() != 1) {
      throw new IllegalArgumentException("'" + value + "' is not one YAML value");
    }
    return documents.get(0).root();
  }

  /** Whether another change does the same to the same field. */
  boolean isSameAs(Change other) {
    return field.object() == other.field.object()
        && field.path().equals(other.field.path())
        && value.equals(other.value);
  }
}
