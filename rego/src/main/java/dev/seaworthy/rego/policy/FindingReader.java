package dev.seaworthy.rego.policy;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a native policy yields: {@code {"path", "message"}}, and {@code "related"} for an
 * array of more of these.
 */
final class FindingReader {

  private static final String PATH = "path";
  private static final String MESSAGE = "message";
  private static final String RELATED = "related";

  /** Far above what anybody reads. */
  private static final int MAX_RELATED = 1_000;

  private final KubernetesObject object;

  FindingReader(KubernetesObject object) {
    this.object = object;
  }

  /** Says what is wrong with a finding. */
  static final class MalformedFindingException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedFindingException(String message) {
      super(message);
    }
  }

  Violation read(RegoValue value) throws MalformedFindingException {
    RegoObject finding = object(value);
    return new Violation(field(finding), message(finding), related(finding));
  }

  private List<Violation.Related> related(RegoObject finding) throws MalformedFindingException {
    RegoValue places = finding.get(RELATED);
    if (places == null) {
      return List.of();
    }
    if (!(places instanceof RegoArray items)) {
      throw new MalformedFindingException(
          "'related' of a finding is no array: " + Excerpts.of(places));
    }
    if (items.size() > MAX_RELATED) {
      throw new MalformedFindingException(
          "'related' of a finding names more than " + MAX_RELATED + " places");
    }
    List<Violation.Related> related = new ArrayList<>(items.size());
    for (RegoValue place : items) {
      RegoObject other = object(place);
      related.add(new Violation.Related(field(other), message(other)));
    }
    return related;
  }

  private static RegoObject object(RegoValue value) throws MalformedFindingException {
    if (value instanceof RegoObject object) {
      return object;
    }
    throw new MalformedFindingException(
        "a finding is an object with 'path' and 'message', not " + Excerpts.of(value));
  }

  private Field field(RegoObject finding) throws MalformedFindingException {
    RegoValue path = finding.get(PATH);
    if (path == null) {
      throw new MalformedFindingException("a finding has no 'path': " + Excerpts.of(finding));
    }
    Optional<FieldPath> read = Paths.read(path);
    if (read.isEmpty()) {
      throw new MalformedFindingException(
          "the 'path' of a finding is an array of at most "
              + Paths.MAX_STEPS
              + " names and indices, not "
              + Excerpts.of(path));
    }
    return object.root().get(read.get());
  }

  private static String message(RegoObject finding) throws MalformedFindingException {
    if (finding.get(MESSAGE) instanceof RegoString message && !message.value().isBlank()) {
      return Excerpts.message(message.value());
    }
    throw new MalformedFindingException(
        "a finding has no text under 'message': " + Excerpts.of(finding));
  }
}
