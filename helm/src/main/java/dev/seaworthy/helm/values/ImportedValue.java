package dev.seaworthy.helm.values;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Values that a chart takes over from its dependencies with {@code import-values}: not known here.
 *
 * @param paths below which anything may be; an empty path is this value itself
 */
record ImportedValue(List<List<String>> paths) implements LayerValue {

  @Override
  public boolean isUnknown() {
    return paths.stream().anyMatch(List::isEmpty);
  }

  @Override
  public ValueKind kind() {
    return ValueKind.MAP;
  }

  @Override
  public Optional<ImportedValue> child(String name) {
    if (isUnknown()) {
      return Optional.of(this);
    }
    List<List<String>> below =
        paths.stream()
            .filter(path -> path.get(0).equals(name))
            .map(path -> path.subList(1, path.size()))
            .toList();
    return below.isEmpty() ? Optional.empty() : Optional.of(new ImportedValue(below));
  }

  @Override
  public Collection<String> keys() {
    Collection<String> keys = new TreeSet<>();
    paths.stream().filter(path -> !path.isEmpty()).forEach(path -> keys.add(path.get(0)));
    return keys;
  }

  @Override
  public int size() {
    return 0;
  }

  @Override
  public Object group() {
    return this;
  }

  @Override
  public boolean isWhole() {
    return false;
  }

  @Override
  public ValuePlace place() {
    throw new IllegalStateException("nobody knows where imported values are");
  }
}
