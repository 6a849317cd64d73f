package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How far workloads lead as one JSON document of a stable shape, version 1, without findings: to
 * the letter in {@code docs/schema/reach-v1.schema.json}. Its members are those of a {@link
 * JsonReport}.
 */
public final class ReachJsonReport implements Report {

  private static final int VERSION = 1;

  private final Tool tool;

  public ReachJsonReport(Tool tool) {
    this.tool = tool;
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    JsonWriter.write(
        out,
        json -> {
          JsonAccount account = new JsonAccount(json);
          account.header(VERSION, tool);
          json.objects("reach", result.reach(), new JsonReach(json, account.places())::workload);
          account.body(result);
          json.object(
              "summary",
              () -> {
                json.object("reach", () -> account.reach(result));
                account.counts(result);
              });
        });
  }
}
