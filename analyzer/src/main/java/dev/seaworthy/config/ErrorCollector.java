package dev.seaworthy.config;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import dev.seaworthy.yaml.YamlNode;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong with one file. */
final class ErrorCollector {

  private final SourceText source;
  private final SortedSet<ConfigurationError> errors = new TreeSet<>();

  ErrorCollector(SourceText source) {
    this.source = source;
  }

  void add(YamlNode node, String message, String hint) {
    add(Optional.of(span(node)), message, hint);
  }

  void add(Optional<Span> span, String message, String hint) {
    errors.add(new ConfigurationError(source.name(), span, message, hint));
  }

  Location location(YamlNode node) {
    return Location.exact(source.name(), span(node));
  }

  int line(YamlNode node) {
    return span(node).start().line();
  }

  void throwIfAny() throws ConfigurationException {
    if (!errors.isEmpty()) {
      throw new ConfigurationException(errors);
    }
  }

  private Span span(YamlNode node) {
    return source.span(node.start(), node.end());
  }
}
