package dev.seaworthy.schema.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Objects with one field that is misspelt, missing, or of another type; the same each time. */
final class Mutants {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random = new Random(36);

  /** A field or an item. */
  private record Place(JsonNode parent, String name, int index) {

    JsonNode value() {
      return parent instanceof ObjectNode object ? object.get(name) : parent.get(index);
    }

    void set(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(name, value);
      } else {
        ((ArrayNode) parent).set(index, value);
      }
    }

    void remove() {
      if (parent instanceof ObjectNode object) {
        object.remove(name);
      } else {
        ((ArrayNode) parent).remove(index);
      }
    }
  }

  /** Some mutants of an object, which stays as it is. */
  List<JsonNode> of(JsonNode object, int count) {
    List<JsonNode> mutants = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode mutant = object.deepCopy();
      List<Place> places = new ArrayList<>();
      collect(mutant, places);
      mutate(places.get(random.nextInt(places.size())));
      mutants.add(mutant);
    }
    return mutants;
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        places.add(new Place(object, name, 0));
        collect(object.get(name), places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Place(array, "", i));
        collect(array.get(i), places);
      }
    }
  }

  private void mutate(Place place) {
    switch (random.nextInt(10)) {
      case 0 -> place.set(NODES.stringNode("x"));
      case 1 -> place.set(NODES.numberNode(7));
      case 2 -> place.set(NODES.numberNode(1.5));
      case 3 -> place.set(NODES.booleanNode(true));
      case 4 -> place.set(NODES.arrayNode());
      case 5 -> place.set(NODES.objectNode());
      case 6 -> place.set(NODES.arrayNode().add(place.value().deepCopy()));
      case 7 -> place.set(NODES.objectNode().set("value", place.value().deepCopy()));
      case 8 -> place.remove();
      default -> misspell(place);
    }
  }

  private static void misspell(Place place) {
    if (place.parent() instanceof ObjectNode object) {
      object.set(place.name() + "s", object.remove(place.name()));
    } else {
      place.remove();
    }
  }
}
