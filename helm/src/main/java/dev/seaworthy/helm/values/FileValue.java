package dev.seaworthy.helm.values;

import dev.seaworthy.helm.values.SetValue.Index;
import dev.seaworthy.helm.values.SetValue.Key;
import dev.seaworthy.helm.values.SetValue.Step;
import dev.seaworthy.helm.values.ValueOrigin.InFile;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A value in a values file.
 *
 * @param group as in {@link LayerValue#group}
 * @param origin the key or item
 * @param path the way to it in the file
 * @param node the value, aliases resolved
 */
record FileValue(Object group, InFile origin, List<Step> path, YamlNode node)
    implements LayerValue {

  /** All that a file holds. */
  static FileValue root(ValuesFile file, Object group) {
    return new FileValue(group, new InFile(file.source(), 0, 0), List.of(), file.root());
  }

  @Override
  public ValueKind kind() {
    if (node instanceof YamlScalar scalar) {
      return kind(scalar);
    }
    return node instanceof YamlMapping ? ValueKind.MAP : ValueKind.LIST;
  }

  static ValueKind kind(YamlScalar scalar) {
    return switch (scalar.type()) {
      case STRING -> ValueKind.STRING;
      case BOOLEAN -> ValueKind.BOOLEAN;
      case INTEGER -> ValueKind.INTEGER;
      case FLOAT -> ValueKind.FLOAT;
      case NULL -> ValueKind.NULL;
    };
  }

  @Override
  public Optional<FileValue> child(String name) {
    if (node instanceof YamlMapping mapping) {
      return mapping.entry(name).map(this::member);
    }
    if (node instanceof YamlSequence sequence) {
      int index = Indices.parse(name);
      return index >= 0 && index < sequence.items().size()
          ? Optional.of(item(index, sequence.items().get(index)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private FileValue member(YamlEntry entry) {
    InFile at = new InFile(origin.file(), entry.key().start(), entry.key().end());
    return new FileValue(group, at, below(new Key(entry.name())), entry.value().resolved());
  }

  private FileValue item(int index, YamlNode item) {
    int end = item instanceof YamlScalar ? item.end() : item.start();
    InFile at = new InFile(origin.file(), item.start(), end);
    return new FileValue(group, at, below(new Index(index)), item.resolved());
  }

  private List<Step> below(Step step) {
    List<Step> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  @Override
  public Collection<String> keys() {
    return node instanceof YamlMapping mapping
        ? mapping.entries().stream().map(YamlEntry::name).toList()
        : List.of();
  }

  @Override
  public int size() {
    return node instanceof YamlSequence sequence ? sequence.items().size() : 0;
  }

  @Override
  public boolean isWhole() {
    return !(node instanceof YamlMapping);
  }

  @Override
  public ValuePlace place() {
    String text = node instanceof YamlScalar scalar && !scalar.isNull() ? scalar.text() : "";
    return new ValuePlace(kind(), text, path, origin);
  }
}
