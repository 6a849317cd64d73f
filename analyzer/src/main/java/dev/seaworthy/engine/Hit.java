package dev.seaworthy.engine;

import dev.seaworthy.model.ContainerType;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** What a rule found in an object. */
  static Hit of(RuleMetadata rule, Violation violation, Fingerprints fingerprints) {
    KubernetesObject object = violation.field().object();
    FieldPath path = violation.field().path();
    Placed placed = Placed.of(violation.field());
    List<RelatedPlace> related = placed.related();
    for (Violation.Related other : violation.related()) {
      Location at = Locator.locate(other.field()).location();
      related.add(new RelatedPlace(at, other.message(), other.step()));
    }
    Finding finding =
        new Finding(
            rule,
            violation.message(),
            placed.location(),
            Optional.of(object.reference()),
            container(object, path),
            path.toString(),
            related,
            fingerprints.next(rule.id(), object, path),
            Scenarios.NONE,
            placed.rendered());
    return new Hit(finding, Optional.of(object), path, placed.origins());
  }

  /** What a rule found in a file as a whole. */
  static Hit of(RuleMetadata rule, Location location, String message, Fingerprints fingerprints) {
    Finding finding =
        new Finding(
            rule,
            message,
            location,
            Optional.empty(),
            Optional.empty(),
            "",
            List.of(),
            fingerprints.next(rule.id(), location.file(), message));
    return new Hit(finding, Optional.empty(), FieldPath.ROOT, List.of());
  }

  /** The container whose mapping holds the field. */
  private static Optional<String> container(KubernetesObject object, FieldPath path) {
    for (FieldPath step : path.steps()) {
      if (step.isIndex() && isContainer(object, step)) {
        String name = object.root().get(step).get("name").text();
        return Optional.of(name).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** Told by the path alone: looking at all containers for each finding would take too long. */
  private static boolean isContainer(KubernetesObject object, FieldPath item) {
    FieldPath list = item.parent().orElseThrow();
    return Arrays.stream(ContainerType.values()).anyMatch(type -> type.field().equals(list.name()))
        && list.parent().flatMap(object::workload).isPresent();
  }

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
