package dev.seaworthy.reach;

import java.util.List;

/**
 * How far somebody gets who runs code in a container, and why.
 *
 * @param verdict how far
 * @param path the fewest steps that lead there, in order; empty for {@link Verdict#CONTAINED}
 * @param cut the fewest changes to the manifest that together lower the verdict, the first the one
 *     to start with; empty where nothing in the manifest does
 * @param assumptions what the path assumes, each once
 */
public record Reach(
    Verdict verdict, List<Step> path, List<Change> cut, List<Assumption> assumptions) {

  public Reach {
    path = List.copyOf(path);
    cut = List.copyOf(cut);
    assumptions = List.copyOf(assumptions);
  }
}
