package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.trace.TraceEvent;
import dev.seaworthy.rego.trace.TraceEvent.Operation;
import dev.seaworthy.rego.trace.TracePoint;
import dev.seaworthy.rego.trace.Tracer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an evaluation tells whoever follows it. */
final class Trace {

  private final Tracer tracer;
  private @Nullable TracePoint last;
  private int depth;
  private boolean silent;

  Trace(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Notes which statement is evaluated. */
  void on(TracePoint statement) {
    last = statement;
  }

  void enter() {
    depth++;
  }

  void leave() {
    depth--;
  }

  void tell(Operation operation, TracePoint point, Supplier<List<TraceEvent.Operand>> operands) {
    if (!silent) {
      tracer.trace(new TraceEvent(operation, point, depth, operands, Optional.empty()));
    }
  }

  void note(String text) {
    if (!silent && last != null) {
      tracer.trace(new TraceEvent(Operation.NOTE, last, depth, List::of, Optional.of(text)));
    }
  }

  /** What is evaluated for the tracer itself is no part of the trace. */
  <T> T silently(Supplier<T> question) {
    boolean before = silent;
    silent = true;
    try {
      return question.get();
    } finally {
      silent = before;
    }
  }
}
