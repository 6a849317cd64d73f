package dev.seaworthy.reach;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.ObjectReference;
import java.util.List;
import java.util.Optional;

/**
 * A step that a container lets somebody take.
 *
 * @param edge the kind of step
 * @param from where it starts
 * @param to where it leads
 * @param message what makes it possible here: lower-case, no full stop
 * @param fields the fields that make it possible; the first is where to show it
 * @param used the assumptions without which it would not be possible
 * @param cuts changes to the manifests that each stop this step; empty if none does
 * @param role the Role or ClusterRole that allows it, where one does
 */
public record Step(
    Edge edge,
    Stage from,
    Stage to,
    String message,
    List<Field> fields,
    List<Assumption> used,
    List<Change> cuts,
    Optional<ObjectReference> role) {

  public Step {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a step needs a field to be shown at");
    }
    fields = List.copyOf(fields);
    used = List.copyOf(used);
    cuts = List.copyOf(cuts);
  }

  /** This step as one that is not to be stopped by itself. */
  public Step withoutCuts() {
    return new Step(edge, from, to, message, fields, used, List.of(), role);
  }

  /** Where to show the step: there or not. */
  public Field field() {
    return fields.get(0);
  }

  /** The other fields that make it possible. */
  public List<Field> others() {
    return fields.subList(1, fields.size());
  }

  /** What to say at one of the {@link #others()}: lower-case, no full stop. */
  public static String together(Field other) {
    boolean isField = !other.path().equals(FieldPath.ROOT);
    return "together with '"
        + (isField ? other.path() : other.object())
        + (other.isPresent() ? "'" : "', which is not set");
  }
}
