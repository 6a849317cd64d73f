package dev.seaworthy.yaml;

/**
 * A reference such as {@code *defaults} to a node written elsewhere in the document.
 *
 * @param start the offset of the asterisk
 * @param end the offset after the name
 * @param anchor the name, without the asterisk
 * @param target the anchored node, never itself an alias
 */
public record YamlAlias(int start, int end, String anchor, YamlNode target) implements YamlNode {

  @Override
  public YamlNode resolved() {
    return target;
  }

  /** Returns the name with its asterisk: the target may be huge. */
  @Override
  public String toString() {
    return "*" + anchor;
  }
}
