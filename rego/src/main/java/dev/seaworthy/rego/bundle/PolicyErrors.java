package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Problem;
import java.util.Optional;

/** Problems with files as errors of Rego. */
final class PolicyErrors {

  private static final String CODE = "rego_load_error";

  private PolicyErrors() {}

  static RegoError of(Problem problem) {
    Optional<RegoLocation> location =
        problem.file().flatMap(file -> problem.span().map(span -> location(file, span.start())));
    String place =
        location.isPresent() ? "" : problem.file().map(file -> prefix(problem)).orElse("");
    return new RegoError(CODE, location, place + problem.message());
  }

  private static String prefix(Problem problem) {
    String file = problem.file().orElse("");
    return problem.message().contains("'" + file + "'") ? "" : file + ": ";
  }

  private static RegoLocation location(String file, Position start) {
    return new RegoLocation(file, start.line(), start.column(), 0, 0);
  }
}
