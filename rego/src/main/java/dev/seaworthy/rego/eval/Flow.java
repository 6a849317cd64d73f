package dev.seaworthy.rego.eval;

import java.util.List;

/** Statements that may hold several times, and what follows. */
public abstract class Flow {

  /** The flow that ends at its first solution. */
  public static final Flow STOP =
      new Flow() {
        @Override
        boolean run(Frame frame) {
          return true;
        }
      };

  /**
   * Runs what follows for each solution.
   *
   * @return whether no further solution is wanted
   */
  abstract boolean run(Frame frame);

  /** Steps that all have to hold, and what follows. */
  public static Flow of(List<Step> steps, Flow next) {
    return steps.isEmpty() ? next : new Steps(steps.toArray(Step[]::new), next);
  }

  private static final class Steps extends Flow {

    private final Step[] steps;
    private final Flow next;

    Steps(Step[] steps, Flow next) {
      this.steps = steps;
      this.next = next;
    }

    @Override
    boolean run(Frame frame) {
      for (Step step : steps) {
        if (!step.holds(frame)) {
          return false;
        }
      }
      return next.run(frame);
    }
  }
}
