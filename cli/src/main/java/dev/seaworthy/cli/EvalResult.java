package dev.seaworthy.cli;

import dev.seaworthy.rego.QueryResult;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.trace.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What {@code rego eval} found out.
 *
 * @param statements what the query consists of, declarations left out
 * @param solutions the solutions of the query
 * @param profile what lines cost, where that was asked for
 * @param explanation what happened, where that was asked for
 */
record EvalResult(
    List<Text> statements,
    List<QueryResult> solutions,
    Optional<List<Profile.Line>> profile,
    Optional<Explanation> explanation) {

  /** A statement of the query, as it is written. */
  record Text(String text, RegoLocation location) {}

  static EvalResult of(
      String query,
      RegoVersion version,
      List<QueryResult> solutions,
      Optional<List<Profile.Line>> profile,
      Optional<Explanation> explanation)
      throws RegoException {
    List<Text> statements =
        RegoParser.parseQuery(query, version).statements().stream()
            .filter(statement -> !(statement.kind() instanceof Statement.Some))
            .map(statement -> text(query, statement.location()))
            .toList();
    return new EvalResult(statements, solutions, profile, explanation);
  }

  private static Text text(String query, RegoLocation place) {
    return new Text(query.substring(place.offset(), place.offset() + place.length()), place);
  }
}
