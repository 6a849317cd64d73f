package dev.seaworthy.reach;

import dev.seaworthy.model.Field;
import dev.seaworthy.rbac.MissingRole;
import java.util.List;
import java.util.Optional;

/**
 * How far somebody gets who runs code in a container, and why.
 *
 * @param verdict how far
 * @param path the fewest steps that lead there, in order; empty for {@link Verdict#CONTAINED}
 * @param cut the fewest changes to the manifests that together lower the verdict, the first the one
 *     to start with; empty where nothing in them does
 * @param assumptions what the path assumes, each once
 * @param missing the roles of the pod's account that are not known: it may get further
 * @param refusal the label of the namespace by which the API server refuses the pod, which then
 *     reaches nothing
 */
public record Reach(
    Verdict verdict,
    List<Step> path,
    List<Change> cut,
    List<Assumption> assumptions,
    List<MissingRole> missing,
    Optional<Field> refusal) {

  public Reach {
    path = List.copyOf(path);
    cut = List.copyOf(cut);
    assumptions = List.copyOf(assumptions);
    missing = List.copyOf(missing);
  }
}
