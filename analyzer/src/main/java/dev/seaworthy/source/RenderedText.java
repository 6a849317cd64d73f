package dev.seaworthy.source;

import java.util.List;

/**
 * What one file renders to.
 *
 * @param text the text under the name of that file, with the map that leads back
 * @param scenarios in which scenarios it renders to just this, in their order; at least one
 */
public record RenderedText(SourceText text, List<String> scenarios) {

  public RenderedText {
    scenarios = List.copyOf(scenarios);
  }
}
