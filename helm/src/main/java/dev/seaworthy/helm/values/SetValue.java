package dev.seaworthy.helm.values;

import dev.seaworthy.yaml.YamlNode;
import java.util.List;

/**
 * One value that an argument sets.
 *
 * @param argument the argument
 * @param path where in the values, at least one step, the first one a key
 * @param value text, a whole number, a boolean, null, or a list of these; its offsets are those of
 *     the argument's text
 */
public record SetValue(SetArgument argument, List<Step> path, YamlNode value) {

  public SetValue {
    path = List.copyOf(path);
  }

  /** The path in Helm's syntax: {@code tolerations[0].key}. */
  public String writtenPath() {
    return written(path);
  }

  static String written(List<Step> path) {
    StringBuilder written = new StringBuilder();
    for (Step step : path) {
      step.writeTo(written);
    }
    return written.toString();
  }

  /** A step of a path. */
  public sealed interface Step {

    /** The key, or the index in decimal digits. */
    String name();

    /** Appends the step as Helm wants it written. */
    void writeTo(StringBuilder path);
  }

  /** A member of a map. */
  public record Key(String name) implements Step {
    @Override
    public void writeTo(StringBuilder path) {
      path.append(path.isEmpty() ? "" : ".").append(name.replaceAll("[\\\\=,.\\[]", "\\\\$0"));
    }
  }

  /** An item of a list, starting at 0. */
  public record Index(int index) implements Step {
    @Override
    public String name() {
      return Integer.toString(index);
    }

    @Override
    public void writeTo(StringBuilder path) {
      path.append('[').append(index).append(']');
    }
  }
}
