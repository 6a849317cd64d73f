package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.eval.Flow;
import dev.seaworthy.rego.eval.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Planned statements in order: steps that hold once, and branches that may hold several times. */
final class Sequence {

  /**
   * A run of steps, and the branch after it.
   *
   * @param branch makes the flow, given what follows
   */
  private record Section(List<Step> steps, UnaryOperator<Flow> branch) {}

  private final List<Section> sections = new ArrayList<>();
  private List<Step> steps = new ArrayList<>();

  void add(Step step) {
    steps.add(step);
  }

  void branch(UnaryOperator<Flow> branch) {
    sections.add(new Section(steps, branch));
    steps = new ArrayList<>();
  }

  boolean hasBranches() {
    return !sections.isEmpty();
  }

  boolean isEmpty() {
    return sections.isEmpty() && steps.isEmpty();
  }

  /** The steps, if there are only steps. */
  List<Step> steps() {
    return steps;
  }

  /** The flow of all statements. */
  Flow flow(Flow end) {
    Flow flow = Flow.of(steps, end);
    for (int i = sections.size() - 1; i >= 0; i--) {
      Section section = sections.get(i);
      flow = Flow.of(section.steps, section.branch.apply(flow));
    }
    return flow;
  }
}
