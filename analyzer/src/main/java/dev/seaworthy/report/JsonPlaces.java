package dev.seaworthy.report;

import dev.seaworthy.engine.Scenarios;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import dev.seaworthy.source.Span;
import java.util.Optional;

/** Writes what says where something is, as members of the object at hand. */
record JsonPlaces(JsonWriter json) {

  void location(Location location) {
    json.member("file", location.file());
    span(location.span());
    json.member("precision", location.precision().id());
  }

  void span(Span span) {
    json.member("startLine", span.start().line());
    json.member("startColumn", span.start().column());
    json.member("endLine", span.end().line());
    json.member("endColumn", span.end().column());
  }

  void object(ObjectReference object) {
    json.member("apiVersion", object.apiVersion());
    json.member("kind", object.kind());
    json.member("namespace", object.namespace());
    json.member("name", notEmpty(object.name()));
    json.member("hook", object.hook());
  }

  void related(RelatedPlace related) {
    location(related.location());
    json.member("message", related.message());
    related.step().ifPresent(step -> json.member("step", step));
  }

  void scenarios(Scenarios scenarios) {
    if (!scenarios.names().isEmpty()) {
      json.strings("scenarios", scenarios.names());
    }
  }

  static Optional<String> notEmpty(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
