package dev.seaworthy.schema.validate;

import dev.seaworthy.model.FieldPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the fields of a schema are, by their names. Asked when something is wrong, and found out
 * then.
 */
public final class FieldNames {

  private static final int MAX_DEPTH = 10;
  private static final int MAX_PLACES = 20_000;

  /** Nobody mistakes the level by more. */
  private static final int MAX_DISTANCE = 4;

  private final JsonNode root;
  private volatile @Nullable Map<String, List<List<String>>> places;

  FieldNames(JsonNode root) {
    this.root = root;
  }

  /**
   * @param above the schemas on the way, told apart by identity: to compare them takes long
   */
  private record Place(List<String> path, JsonNode schema, List<JsonNode> above) {

    boolean isBelow(JsonNode other) {
      return above.stream().anyMatch(schema -> schema == other);
    }
  }

  /**
   * Where a field of a name belongs that is at a place where it does not: further in or out, or in
   * a place of the same name, such as another security context.
   *
   * @param wrong the field that is there
   * @return the nearest mapping that has such a field, the items of lists written as {@code []};
   *     empty if none is near
   */
  public Optional<String> home(FieldPath wrong) {
    List<String> from = new ArrayList<>();
    List<String> written = new ArrayList<>();
    for (FieldPath step : wrong.parent().orElse(FieldPath.ROOT).steps()) {
      from.add(step.isIndex() ? "[]" : step.name());
      written.add(step.isIndex() ? "[" + step.index() + "]" : step.name());
    }
    List<String> best = null;
    int least = MAX_DISTANCE + 1;
    for (List<String> place : places().getOrDefault(wrong.name(), List.of())) {
      int distance = distance(from, place);
      if (distance < least) {
        least = distance;
        best = place;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    int shared = shared(from, best);
    List<String> home = new ArrayList<>(written.subList(0, shared));
    home.addAll(best.subList(shared, best.size()));
    return Optional.of(text(home));
  }

  private static int shared(List<String> from, List<String> to) {
    int shared = 0;
    while (shared < Math.min(from.size(), to.size()) && from.get(shared).equals(to.get(shared))) {
      shared++;
    }
    return shared;
  }

  private static int distance(List<String> from, List<String> to) {
    int shared = shared(from, to);
    boolean isOnTheWay = shared == from.size() || shared == to.size();
    boolean hasSameRole =
        !from.isEmpty() && !to.isEmpty() && from.get(from.size() - 1).equals(to.get(to.size() - 1));
    return shared == 0 || !(isOnTheWay || hasSameRole)
        ? Integer.MAX_VALUE
        : steps(from, shared) + steps(to, shared);
  }

  private static int steps(List<String> path, int from) {
    return (int)
        path.subList(from, path.size()).stream().filter(step -> !step.equals("[]")).count();
  }

  private static String text(List<String> path) {
    return String.join(".", path).replace(".[", "[");
  }

  private Map<String, List<List<String>>> places() {
    Map<String, List<List<String>>> known = places;
    if (known == null) {
      known = find();
      places = known;
    }
    return known;
  }

  private Map<String, List<List<String>>> find() {
    Map<String, List<List<String>>> found = new HashMap<>();
    Deque<Place> open = new ArrayDeque<>();
    open.add(new Place(List.of(), root, List.of()));
    for (int count = 0; count < MAX_PLACES && !open.isEmpty(); count++) {
      Place place = open.poll();
      JsonNode schema = resolve(place.schema());
      if (place.path().size() > MAX_DEPTH || place.isBelow(schema)) {
        continue;
      }
      JsonNode fields = schema.path("properties");
      for (String name : fields.propertyNames()) {
        found.computeIfAbsent(name, unused -> new ArrayList<>()).add(place.path());
        open.add(below(place, schema, name, fields.get(name)));
      }
      if (schema.path("items").isObject()) {
        open.add(below(place, schema, "[]", schema.get("items")));
      }
    }
    return found;
  }

  private static Place below(Place place, JsonNode schema, String step, JsonNode child) {
    List<String> path = new ArrayList<>(place.path());
    path.add(step);
    List<JsonNode> above = new ArrayList<>(place.above());
    above.add(schema);
    return new Place(path, child, above);
  }

  private JsonNode resolve(JsonNode schema) {
    JsonNode resolved = schema;
    for (int i = 0; i < 5 && resolved.path("$ref").isString(); i++) {
      String reference = resolved.path("$ref").stringValue();
      resolved = reference.startsWith("#/") ? root.at(reference.substring(1)) : root;
    }
    return resolved;
  }
}
