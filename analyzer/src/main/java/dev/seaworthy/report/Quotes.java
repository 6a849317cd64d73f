package dev.seaworthy.report;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.Optional;

/** Quotes sources; remembers the last one. */
final class Quotes {

  private final SourceLines sources;
  private String file = "";
  private Optional<SourceText> text = Optional.empty();

  Quotes(SourceLines sources) {
    this.sources = sources;
  }

  /** The first line of a span; empty if the text is not at hand. */
  Optional<Excerpt> of(String name, Span span) {
    if (!name.equals(file)) {
      file = name;
      text = sources.text(name);
    }
    return text.flatMap(known -> Excerpt.of(known, span));
  }
}
