package dev.seaworthy.rego.testing;

import dev.seaworthy.rego.testing.TestResult.Failure;
import dev.seaworthy.rego.trace.TraceEvent;
import dev.seaworthy.rego.trace.Tracer;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes for which statements a test fails, and which cases of a table it comes to. */
final class FailureTrace implements Tracer {

  private static final int TEST_RULE = 1;

  private final Map<List<RegoValue>, List<Failure>> cases = new LinkedHashMap<>();
  private final List<Failure> ofTest = new ArrayList<>();
  private List<Failure> failures = ofTest;

  @Override
  public void trace(TraceEvent event) {
    if (event.depth() != TEST_RULE) {
      return;
    }
    switch (event.operation()) {
      case ENTER -> failures = ofTest;
      case KEY ->
          failures =
              cases.computeIfAbsent(
                  event.operands().get().stream().map(key -> key.value().orElseThrow()).toList(),
                  keys -> new ArrayList<>());
      case EVAL -> failures.clear();
      case FAIL -> failures.add(new Failure(event.point().location(), event.operands().get()));
      default -> {}
    }
  }

  /** The last statements that held no time, those within {@code every} before itself. */
  List<Failure> failures() {
    return ofTest;
  }

  /** What a table holds under keys, and for what each case failed. */
  Map<List<RegoValue>, List<Failure>> cases() {
    return cases;
  }

  static String name(RegoValue key) {
    return key instanceof RegoString string ? string.value() : key.toString();
  }
}
