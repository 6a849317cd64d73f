package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;

/** Writes what all documents have: the tool, problems, inputs and counts. */
record JsonAccount(JsonWriter json, JsonPlaces places) {

  JsonAccount(JsonWriter json) {
    this(json, new JsonPlaces(json));
  }

  void header(int version, Tool tool) {
    json.member("version", version);
    json.object(
        "tool",
        () -> {
          json.member("name", tool.name());
          json.member("version", tool.version());
        });
  }

  /** What was looked at, and what could not be. */
  void body(AnalysisResult result) {
    json.objects("problems", result.problems(), this::problem);
    json.objects("inventory", result.inventory(), this::inventoryEntry);
  }

  /** The number of workloads of each verdict. */
  void reach(AnalysisResult result) {
    for (Verdict verdict : Verdict.values()) {
      json.member(verdict.id(), result.count(verdict));
    }
  }

  /** The number of problems, and of inputs in each state. */
  void counts(AnalysisResult result) {
    json.member("problems", result.problems().size());
    json.object(
        "files",
        () -> {
          for (FileState state : FileState.values()) {
            json.member(state.id(), result.count(state));
          }
        });
  }

  private void problem(Problem problem) {
    json.member("kind", problem.kind().id());
    json.member("file", problem.file());
    problem.span().ifPresent(places::span);
    json.member("message", problem.message());
    json.member("hint", problem.hint());
  }

  private void inventoryEntry(InventoryEntry entry) {
    json.member("file", entry.file());
    json.member("state", entry.state().id());
    json.member("reason", JsonPlaces.notEmpty(entry.reason()));
    json.member("objects", entry.objects());
  }
}
