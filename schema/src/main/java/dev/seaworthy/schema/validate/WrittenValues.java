package dev.seaworthy.schema.validate;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The values of an object as its author wrote them, {@code 1e3} rather than 1000, but for those
 * that no message may show.
 */
final class WrittenValues {

  private final YamlNode root;
  private final Predicate<FieldPath> secrets;

  /**
   * @param root the object
   * @param secrets the fields that no message may show
   */
  WrittenValues(YamlNode root, Predicate<FieldPath> secrets) {
    this.root = root;
    this.secrets = secrets;
  }

  boolean isSecret(FieldPath path) {
    return secrets.test(path);
  }

  /** A number or a boolean. */
  Optional<String> plain(FieldPath path) {
    return find(path)
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .filter(scalar -> scalar.type() != ScalarType.STRING)
        .map(YamlScalar::text);
  }

  private Optional<YamlNode> find(FieldPath path) {
    YamlNode node = root.resolved();
    for (FieldPath step : path.steps()) {
      Optional<YamlNode> next = child(node, step);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      node = next.get().resolved();
    }
    return Optional.of(node);
  }

  private static Optional<YamlNode> child(YamlNode node, FieldPath step) {
    if (node instanceof YamlMapping mapping) {
      return mapping.get(step.name());
    }
    if (node instanceof YamlSequence sequence && step.isIndex()) {
      List<YamlNode> items = sequence.items();
      return step.index() < items.size() ? Optional.of(items.get(step.index())) : Optional.empty();
    }
    return Optional.empty();
  }
}
