package dev.seaworthy.yaml;

/**
 * A value and where it was written. Immutable.
 *
 * <p>Offsets are UTF-16 code units into the text of the document's source, starting at 0.
 */
public sealed interface YamlNode permits YamlScalar, YamlMapping, YamlSequence, YamlAlias {

  /** The offset of the first character. */
  int start();

  /** The offset after the last character; equal to the start for a value that is not written. */
  int end();

  /** The value itself: the anchored node for an alias, and this node otherwise. */
  YamlNode resolved();
}
