package dev.seaworthy.rego.testing;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.testing.TestResult.Failure;
import dev.seaworthy.rego.trace.TraceEvent;
import dev.seaworthy.rego.trace.TraceEvent.Operand;
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

  /** The statements and parts of statements that were evaluated last, by their place. */
  private final Map<RegoLocation, TraceEvent> parts = new LinkedHashMap<>();

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
      case EVAL -> {
        failures.clear();
        parts.put(event.point().location(), event);
      }
      case FAIL -> failures.add(failure(event));
      default -> {}
    }
  }

  /** A call within a statement is a part of its own, but its operands are the statement's too. */
  private Failure failure(TraceEvent event) {
    RegoLocation place = event.point().location();
    List<Operand> operands = new ArrayList<>(event.operands().get());
    parts.forEach(
        (location, part) -> {
          if (isWithin(location, place)) {
            operands.addAll(part.operands().get());
          }
        });
    return new Failure(place, operands);
  }

  private static boolean isWithin(RegoLocation inner, RegoLocation outer) {
    return !inner.equals(outer)
        && inner.file().equals(outer.file())
        && inner.offset() >= outer.offset()
        && inner.offset() + inner.length() <= outer.offset() + outer.length();
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
