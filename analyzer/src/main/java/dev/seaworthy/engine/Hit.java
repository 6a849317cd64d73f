package dev.seaworthy.engine;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finding that has not been held against the suppressions yet.
 *
 * @param finding the finding
 * @param object the object it is about; empty for what concerns a file as a whole
 * @param path the field
 * @param origins the places that made the field what it is, beside that of the finding
 */
record Hit(
    Finding finding,
    Optional<KubernetesObject> object,
    FieldPath path,
    List<RelatedPlace> origins) {

  /** The lines that a comment may stand on or above: where the finding starts, and its origins. */
  List<InlineSuppression.Line> lines() {
    List<InlineSuppression.Line> lines = new ArrayList<>(1 + origins.size());
    lines.add(line(finding.location()));
    origins.forEach(origin -> lines.add(line(origin.location())));
    return lines;
  }

  /** The files that the finding may be said to be in. */
  List<String> files() {
    Stream<String> analysed = object.stream().map(of -> of.document().source().name());
    return Stream.concat(Stream.of(finding.location().file()), analysed).distinct().toList();
  }

  /** This finding in the scenarios in which it was found. */
  Hit in(List<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    Scenarios scenarios = new Scenarios(names, false);
    Finding found = finding.in(scenarios, finding.related(), finding.fingerprint());
    return new Hit(found, object, path, origins);
  }

  private static InlineSuppression.Line line(Location location) {
    return new InlineSuppression.Line(location.file(), location.span().start().line());
  }
}
