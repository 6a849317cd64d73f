package dev.seaworthy.yaml;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;

/**
 * One document of a stream.
 *
 * @param source the text that the offsets of the nodes refer to
 * @param index which document of the source this is, starting at 0, empty ones not counted
 * @param root the top value
 */
public record YamlDocument(SourceText source, int index, YamlNode root) {

  /** Where a node of this document was written. */
  public Span span(YamlNode node) {
    return source.span(node.start(), node.end());
  }
}
