package dev.seaworthy.cli;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.testing.TestResult;
import dev.seaworthy.rego.testing.TestResult.Case;
import dev.seaworthy.rego.testing.TestResult.Failure;
import dev.seaworthy.rego.testing.TestResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes what became of tests. */
final class TestReport {

  private static final String INDENT = "  ";

  private final List<TestResult> results;
  private final SourceExcerpts sources;

  /**
   * @param texts the texts of the modules, by file
   */
  TestReport(List<TestResult> results, Map<String, String> texts) {
    this.results = results;
    this.sources = new SourceExcerpts(texts);
  }

  /**
   * The tests that did not pass, and how many there are of each kind.
   *
   * @param verbose whether to list all tests, with the time they took
   */
  String text(boolean verbose) {
    StringBuilder text = new StringBuilder();
    for (TestResult result : results) {
      if (verbose || result.outcome() != Outcome.PASS) {
        test(result, verbose, text);
      }
    }
    return text.append(summary()).toString();
  }

  /** Only the tests that failed. */
  String failures() {
    StringBuilder text = new StringBuilder();
    for (TestResult result : results) {
      if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.ERROR) {
        test(result, false, text);
      }
    }
    return text.toString();
  }

  private String summary() {
    if (results.isEmpty()) {
      return "no tests\n";
    }
    List<Outcome> outcomes = results.stream().flatMap(TestReport::outcomes).toList();
    StringBuilder summary = new StringBuilder();
    for (Outcome outcome : Outcome.values()) {
      int count = Collections.frequency(outcomes, outcome);
      if (count > 0) {
        summary.append(outcome).append(": ").append(count).append('/').append(outcomes.size());
        summary.append('\n');
      }
    }
    return summary.toString();
  }

  /** Each case of a table counts. */
  private static Stream<Outcome> outcomes(TestResult result) {
    return result.cases().isEmpty() || result.outcome() == Outcome.ERROR
        ? Stream.of(result.outcome())
        : result.cases().stream().map(each -> each.passed() ? Outcome.PASS : Outcome.FAIL);
  }

  private void test(TestResult result, boolean verbose, StringBuilder text) {
    text.append(result.location().file()).append(':').append(result.location().row()).append(": ");
    text.append(result.outcome()).append(' ').append(result.path());
    if (verbose && result.outcome() != Outcome.SKIPPED) {
      text.append(" (").append(Durations.of(result.nanoseconds())).append(')');
    }
    text.append('\n');
    result.error().ifPresent(error -> text.append(INDENT).append(error).append('\n'));
    result.failures().forEach(failure -> failure(failure, INDENT, text));
    for (Case each : result.cases()) {
      if (verbose || !each.passed()) {
        text.append(INDENT).append(each.passed() ? "PASS " : "FAIL ");
        text.append(String.join(" / ", each.keys())).append('\n');
        each.failures().forEach(failure -> failure(failure, INDENT + INDENT, text));
      }
    }
    result
        .output()
        .lines()
        .forEach(line -> text.append(INDENT + "print: ").append(line).append('\n'));
  }

  /** The statement that did not hold, and what the values in it were. */
  private void failure(Failure failure, String indent, StringBuilder text) {
    text.append(indent).append(failure.location()).append(": ");
    text.append(sources.of(failure.location())).append('\n');
    sources
        .operands(failure.operands())
        .forEach(
            (operand, value) ->
                text.append(indent + INDENT).append(operand + ": " + value).append('\n'));
  }

  /** In the shape that {@code opa} gives it. */
  String json() {
    return Json.of(results.stream().map(TestReport::members).toList()) + "\n";
  }

  private static Map<String, Object> members(TestResult result) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("location", RegoErrors.location(result.location()));
    members.put("package", result.packageName());
    members.put("name", result.name());
    result.error().ifPresent(error -> members.put("error", error(error)));
    if (result.outcome() == Outcome.FAIL) {
      members.put("fail", true);
    }
    if (result.outcome() == Outcome.SKIPPED) {
      members.put("skip", true);
    }
    members.put("duration", result.nanoseconds());
    if (!result.output().isEmpty()) {
      byte[] output = result.output().getBytes(StandardCharsets.UTF_8);
      members.put("output", Base64.getEncoder().encodeToString(output));
    }
    if (!result.cases().isEmpty()) {
      members.put("sub_results", cases(result.cases(), 0));
    }
    return members;
  }

  private static Map<String, Object> error(RegoError error) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("code", error.code());
    members.put("message", error.message());
    error.location().ifPresent(place -> members.put("location", RegoErrors.location(place)));
    return members;
  }

  /** Cases by their keys, one level of tables for each key. */
  private static Map<String, Object> cases(List<Case> cases, int level) {
    Map<String, List<Case>> byKey = new LinkedHashMap<>();
    for (Case each : cases) {
      byKey.computeIfAbsent(each.keys().get(level), key -> new ArrayList<>()).add(each);
    }
    Map<String, Object> members = new LinkedHashMap<>();
    byKey.forEach((key, inner) -> members.put(key, group(key, inner, level)));
    return members;
  }

  private static Map<String, Object> group(String key, List<Case> cases, int level) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("name", key);
    if (!cases.stream().allMatch(Case::passed)) {
      group.put("fail", true);
    }
    if (cases.get(0).keys().size() > level + 1) {
      group.put("sub_results", cases(cases, level + 1));
    }
    return group;
  }
}
