package dev.seaworthy.engine;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.SourceMap;
import dev.seaworthy.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts a problem with a text that was rendered where the text was written. */
record RenderedProblem(SourceText text, SourceMap map, List<String> scenarios)
    implements UnaryOperator<Problem> {

  @Override
  public Problem apply(Problem problem) {
    if (problem.span().isEmpty()) {
      return problem;
    }
    Position start = problem.span().get().start();
    int line = Math.min(start.line(), text.lineCount());
    int offset = Math.min(text.lineStart(line) + start.column() - 1, text.lineEnd(line));
    Location written = map.locate(offset, offset);
    String in = scenarios.isEmpty() ? "" : " in scenario '" + scenarios.get(0) + "'";
    return new Problem(
        problem.kind(),
        Optional.of(written.file()),
        Optional.of(written.span()),
        "line "
            + line
            + " of what '"
            + text.name()
            + "' renders to"
            + in
            + ": "
            + problem.message(),
        "Look at what the template renders to there: `" + text.line(line).strip() + "`.",
        problem.detail());
  }
}
