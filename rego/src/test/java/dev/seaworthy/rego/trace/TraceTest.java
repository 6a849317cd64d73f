package dev.seaworthy.rego.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.QueryResult;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.trace.TraceEvent.Operand;
import dev.seaworthy.rego.trace.TraceEvent.Operation;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceTest {

  private static final String POLICY =
      """
      package app

      allow if {
        some role in input.roles
        role == "admin"
      }

      deny contains msg if {
        not allow
        msg := "no"
      }

      ports[name] := port if some name, port in input.ports

      never if {
        input.x
        trace("not reached")
      }
      """;

  private static final RegoValue INPUT =
      RegoValue.of(Map.of("roles", List.of("dev", "admin"), "ports", Map.of("http", 80)));

  private final List<String> events = new ArrayList<>();

  @Test
  void tellsWhatHappensInOrder() throws RegoException {
    run("data.app.allow", this::note);
    assertThat(events)
        .containsExactly(
            "0 EVAL data.app.allow",
            "1 ENTER data.app.allow",
            "1 EVAL some role in input.roles",
            "1 EVAL role == \"admin\"",
            "1 FAIL role == \"admin\" [role=\"dev\"]",
            "1 REDO some role in input.roles",
            "1 EVAL role == \"admin\"",
            "1 EXIT data.app.allow");
  }

  @Test
  void tellsWhichMemberARuleIsAboutToAdd() throws RegoException {
    run(
        "data.app.ports",
        event -> {
          if (event.operation() == Operation.KEY) {
            events.add(operands(event));
          }
        });
    assertThat(events).containsExactly("[name=\"http\"]");
  }

  @Test
  void tellsNotesOfPolicies() throws RegoException {
    run(
        "trace(\"here\"); data.app.never",
        event -> event.note().ifPresent(note -> events.add(event.operation() + " " + note)));
    assertThat(events).containsExactly("NOTE here");
  }

  @Test
  void whatIsAskedForTheTraceIsNoPartOfIt() throws RegoException {
    run("1 == 2; data.app.allow", this::note);
    run("1 == 2; data.app.allow", event -> event.operands().get());
    List<String> first = List.copyOf(events);
    events.clear();
    run("1 == 2; data.app.allow", this::note);
    assertThat(events).isEqualTo(first);
  }

  @Test
  void givesTheSameResultsTracedOrNot() throws RegoException {
    String query = "x = data.app[y]";
    assertThat(run(query, event -> {}))
        .isEqualTo(evaluate(compiler().compile(), query, event -> {}));
  }

  @Test
  void tellsNothingOfAPolicyThatWasNotCompiledForIt() throws RegoException {
    CompiledPolicy plain = compiler().compile();
    evaluate(plain, "data.app.allow", this::note);
    assertThat(events).isEmpty();
    assertThat(plain.tracePoints()).isEmpty();
  }

  @Test
  void profilesLineByLine() throws RegoException {
    AtomicLong clock = new AtomicLong();
    Profile profile = new Profile(() -> clock.getAndAdd(10));
    run("data.app.allow", profile);
    profile.stop();
    Map<Integer, Profile.Line> lines =
        profile.lines().stream()
            .filter(line -> line.location().file().equals("app.rego"))
            .collect(Collectors.toMap(line -> line.location().row(), line -> line));
    assertThat(lines).containsOnlyKeys(4, 5);
    assertThat(lines.get(5).evaluations()).isEqualTo(2);
    assertThat(lines.get(5).redos()).isZero();
    assertThat(lines.get(5).nanoseconds()).isEqualTo(20);
    assertThat(lines.get(4).evaluations()).isEqualTo(1);
    assertThat(lines.get(4).redos()).isEqualTo(1);
    assertThat(profile.lines())
        .isSortedAccordingTo((a, b) -> Long.compare(b.nanoseconds(), a.nanoseconds()));
  }

  @Test
  void countsWhatWasCovered() throws RegoException {
    Coverage coverage = new Coverage();
    CompiledPolicy policy = compiler().traceable().compile();
    evaluate(policy, "data.app.allow", coverage);
    evaluate(policy, "data.app.ports", coverage);
    CoverageReport report = coverage.report(policy, Map.of("app.rego", POLICY));
    CoverageReport.File file = report.files().get("app.rego");
    assertThat(file.coveredLines()).containsExactly(3, 4, 5, 13);
    assertThat(file.notCoveredLines()).containsExactly(8, 9, 10, 15, 16, 17);
    assertThat(report.percent()).isEqualTo(40);
    assertThat(file.covered().get(2)).hasToString("5:3-5:18");
  }

  @Test
  void coversNothingBeforeAnythingIsEvaluated() throws RegoException {
    CompiledPolicy policy = compiler().traceable().compile();
    CoverageReport report = new Coverage().report(policy, Map.of("app.rego", POLICY));
    assertThat(report.coveredLines()).isZero();
    assertThat(report.notCoveredLines()).isEqualTo(10);
  }

  private static RegoCompiler.Builder compiler() {
    return RegoCompiler.builder().module("app.rego", POLICY);
  }

  private List<QueryResult> run(String query, Tracer tracer) throws RegoException {
    return evaluate(compiler().traceable().compile(), query, tracer);
  }

  private static List<QueryResult> evaluate(CompiledPolicy policy, String query, Tracer tracer)
      throws RegoException {
    EvaluationOptions options = EvaluationOptions.builder().tracer(tracer).build();
    return policy.query(query).evaluate(Optional.of(INPUT), policy.data(), options);
  }

  private void note(TraceEvent event) {
    String what = event.point().name();
    String values = event.operation() == Operation.FAIL ? " " + operands(event) : "";
    String text = what.isEmpty() ? written(event.point().location()) : what;
    events.add(event.depth() + " " + event.operation() + " " + text + values);
  }

  private static String operands(TraceEvent event) {
    return event.operands().get().stream()
        .map(TraceTest::operand)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String operand(Operand operand) {
    return written(operand.location()) + "=" + operand.value().orElseThrow();
  }

  private static String written(RegoLocation place) {
    if (place.file().isEmpty()) {
      return "data.app.allow";
    }
    return POLICY.substring(place.offset(), place.offset() + place.length());
  }
}
