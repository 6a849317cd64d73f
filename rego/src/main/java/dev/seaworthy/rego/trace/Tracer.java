package dev.seaworthy.rego.trace;

/** Follows an evaluation. */
@FunctionalInterface
public interface Tracer {

  /** Called for each event in turn, by the thread that evaluates. */
  void trace(TraceEvent event);
}
