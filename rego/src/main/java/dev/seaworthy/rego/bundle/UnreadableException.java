package dev.seaworthy.rego.bundle;

import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import java.util.List;

/** Ends the reading of one file or bundle. Never leaves the package. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  UnreadableException(List<Problem> problems) {
    super(problems.get(0).message(), null, false, false);
    this.problems = problems;
  }

  /** For a file as a whole. */
  static UnreadableException of(String file, String message, String hint) {
    return new UnreadableException(
        List.of(Problem.of(ProblemKind.POLICY_ERROR, file, message, hint)));
  }

  List<Problem> problems() {
    return problems;
  }
}
