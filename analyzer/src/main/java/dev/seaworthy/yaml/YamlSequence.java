package dev.seaworthy.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param start the offset of the first dash or bracket
 * @param end the offset after the last item or bracket
 * @param items the values, aliases not resolved
 */
public record YamlSequence(int start, int end, List<YamlNode> items) implements YamlNode {

  public YamlSequence {
    items = List.copyOf(items);
  }

  @Override
  public YamlSequence resolved() {
    return this;
  }

  @Override
  public String toString() {
    return "sequence of " + items.size();
  }
}
