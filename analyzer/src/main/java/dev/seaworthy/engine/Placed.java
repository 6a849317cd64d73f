package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field with its places.
 *
 * @param location where it is written
 * @param through the aliases on the way to it
 * @param origins the places that made it what it is, where it was rendered
 * @param rendered the text around it, where nothing that was written can be shown
 */
record Placed(
    Location location,
    List<RelatedPlace> through,
    List<RelatedPlace> origins,
    Optional<String> rendered) {

  static Placed of(Field field) {
    Locator.Place place = Locator.locate(field);
    Location location = place.location();
    List<RelatedPlace> origins =
        place
            .source()
            .map()
            .map(map -> map.related(Locator.trace(field.object(), field.path())))
            .orElseGet(List::of);
    return new Placed(location, place.through(), origins, place.rendered(location));
  }

  /** The places that take part, other than that of the field. */
  List<RelatedPlace> related() {
    List<RelatedPlace> related = new ArrayList<>(through);
    related.addAll(origins);
    return related;
  }
}
