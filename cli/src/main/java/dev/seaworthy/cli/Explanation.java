package dev.seaworthy.cli;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.trace.TraceEvent;
import dev.seaworthy.rego.trace.TraceEvent.Operation;
import dev.seaworthy.rego.trace.TracePoint;
import dev.seaworthy.rego.trace.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How results came about: the steps of an evaluation, or those of interest. */
final class Explanation implements Tracer {

  /** More than anybody reads, and little memory. */
  private static final int MAX_STEPS = 100_000;

  private final Optional<Level> level;
  private final SourceExcerpts sources;
  private final List<Step> steps = new ArrayList<>();

  /** The rules that are being evaluated, and that are of interest only if something in them is. */
  private final List<Step> around = new ArrayList<>();

  private long left;

  /** Which steps to show. */
  enum Level {
    /** What policies say themselves, by calling {@code trace}. */
    NOTES,
    /** Statements that did not hold. */
    FAILS,
    /** All. */
    FULL;

    /** The name in options. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param level what to show; nothing if empty
   * @param texts the texts of the modules, by file
   */
  Explanation(Optional<Level> level, Map<String, String> texts) {
    this.level = level;
    this.sources = new SourceExcerpts(texts);
  }

  private record Step(String operation, RegoLocation location, int depth, String text) {}

  @Override
  public void trace(TraceEvent event) {
    if (level.isEmpty() || event.operation() == Operation.KEY) {
      return;
    }
    if (steps.size() >= MAX_STEPS) {
      left++;
      return;
    }
    if (level.get() == Level.FULL) {
      steps.add(step(event));
      return;
    }
    if (event.operation() == Operation.ENTER) {
      around.removeIf(rule -> rule.depth() >= 2 * event.depth() - 1);
      around.add(step(event));
    } else if (isOfInterest(event.operation())) {
      around.removeIf(rule -> rule.depth() > 2 * event.depth());
      steps.addAll(around);
      around.clear();
      steps.add(step(event));
    }
  }

  private boolean isOfInterest(Operation operation) {
    return operation
        == (level.filter(Level.FAILS::equals).isPresent() ? Operation.FAIL : Operation.NOTE);
  }

  private Step step(TraceEvent event) {
    TracePoint point = event.point();
    String what =
        event
            .note()
            .orElseGet(() -> point.name().isEmpty() ? sources.of(point.location()) : point.name());
    String values =
        event.operation() == Operation.FAIL ? sources.values(event.operands().get()) : "";
    int depth = 2 * event.depth() + (point.kind() == TracePoint.Kind.RULE ? -1 : 0);
    String name = event.operation().name();
    String operation = name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    return new Step(operation, point.location(), depth, what + values);
  }

  /** One line for each step, the place first. */
  String text() {
    List<List<String>> rows = new ArrayList<>();
    for (Step step : steps) {
      String file = step.location().file();
      String place = (file.isEmpty() ? "query" : file) + ":" + step.location().row();
      rows.add(List.of(place, "| ".repeat(step.depth()) + step.operation() + " " + step.text()));
    }
    String more = left == 0 ? "" : "and " + left + " more steps were not looked at\n";
    return Table.of(rows) + more;
  }

  /** The steps for programs. */
  List<Object> json() {
    List<Object> list = new ArrayList<>();
    for (Step step : steps) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("op", step.operation().toLowerCase(Locale.ROOT));
      members.put("text", step.text());
      members.put("depth", step.depth());
      members.put("location", RegoErrors.location(step.location()));
      list.add(members);
    }
    return list;
  }
}
