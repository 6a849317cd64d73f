package dev.seaworthy.report.graph;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The paths of workloads as a drawing: SVG without scripts and without references to anything
 * outside, for light and dark screens. Workloads that lead nowhere but to their own containers are
 * left out, and so are those beyond the 200 that lead furthest.
 */
public final class SvgReport implements Report {

  private static final int LIMIT = 200;

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    ReachGraph graph = new ReachGraph(result.reach(), LIMIT);
    String text = new SvgDrawing(graph, description(result)).toString();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String description(AnalysisResult result) {
    String counts =
        Arrays.stream(Verdict.values())
            .sorted((one, other) -> other.compareTo(one))
            .map(verdict -> verdict.label() + ": " + result.count(verdict))
            .collect(Collectors.joining(", "));
    return "Arrows lead from workloads to what they reach. Workloads by how far they lead: "
        + counts;
  }
}
