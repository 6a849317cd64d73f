package dev.seaworthy.reach.host;

import dev.seaworthy.model.Field;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge.Cause;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a security module of the node's kernel confines a container.
 *
 * @param holds whether it does
 * @param used what is assumed where {@code cuts} says how it would
 * @param cuts changes to the manifest that each confine the container; empty if it is confined
 */
record Confinement(boolean holds, List<Assumption> used, List<Change> cuts) {

  /** That nothing confines the container, and no field of a manifest changes that. */
  static final Confinement NONE = new Confinement(false, List.of(), List.of());

  /** Why a step is open that confinement stops. */
  List<Cause> without(List<Cause> causes) {
    if (holds) {
      return List.of();
    }
    return cuts.isEmpty() ? causes : causes.stream().map(this::unconfined).toList();
  }

  private Cause unconfined(Cause cause) {
    Stream<Field> written = cuts.stream().map(Change::field).filter(Field::isPresent);
    return new Cause(
        cause.message(),
        Stream.concat(cause.fields().stream(), written).toList(),
        Stream.concat(cause.used().stream(), used.stream()).distinct().toList(),
        Stream.concat(cause.cuts().stream(), cuts.stream()).toList(),
        cause.gained(),
        cause.role());
  }
}
