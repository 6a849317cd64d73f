package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.Optional;
import java.util.function.Function;

/** The texts of policies, for the places of what is wrong with them. */
final class PolicySources {

  private final Function<String, Optional<SourceText>> texts;

  /**
   * @param texts gives the text of a file, if there is one
   */
  PolicySources(Function<String, Optional<SourceText>> texts) {
    this.texts = texts;
  }

  /** A problem at a place of a policy. */
  Problem problem(Optional<RegoLocation> place, String message, String hint) {
    Optional<SourceText> text = place.flatMap(at -> texts.apply(at.file()));
    if (text.isEmpty()) {
      return place
          .filter(at -> !at.file().isEmpty())
          .map(at -> Problem.of(ProblemKind.POLICY_ERROR, at.file(), message, hint))
          .orElseGet(() -> Problem.general(ProblemKind.POLICY_ERROR, message, hint));
    }
    int length = text.get().text().length();
    int start = Math.min(place.get().offset(), length);
    int end = Math.min(start + place.get().length(), length);
    Span span = text.get().span(start, end);
    return Problem.at(ProblemKind.POLICY_ERROR, place.get().file(), span, message, hint);
  }

  /** The problem that a policy does not compile. */
  Problem notCompiled(RegoError error) {
    return problem(
        error.location(),
        error.code() + ": " + error.message(),
        "The rules of this file do not run. Mend it, or leave it out.");
  }
}
