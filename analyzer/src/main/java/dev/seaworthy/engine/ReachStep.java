package dev.seaworthy.engine;

import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.reach.Edge;
import dev.seaworthy.reach.Stage;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import java.util.List;
import java.util.Optional;

/**
 * A step with its place.
 *
 * @param edge the kind of step
 * @param from where it starts
 * @param to where it leads
 * @param message what makes it possible here: lower-case, no full stop
 * @param location where that is written
 * @param related other places that take part
 * @param role the Role or ClusterRole that allows it, where one does
 */
public record ReachStep(
    Edge edge,
    Stage from,
    Stage to,
    String message,
    Location location,
    List<RelatedPlace> related,
    Optional<ObjectReference> role) {

  public ReachStep {
    related = List.copyOf(related);
  }
}
