package dev.seaworthy.schema.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Objects in each of which one thing is changed: a key, its place, or its value. */
final class Mutants {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<JsonNode> VALUES =
      List.of(
          NODES.stringNode("some text"),
          NODES.stringNode("7"),
          NODES.numberNode(7),
          NODES.numberNode(-1),
          NODES.numberNode(1.5),
          NODES.booleanNode(true),
          NODES.nullNode(),
          NODES.objectNode(),
          NODES.arrayNode(),
          NODES.objectNode().put("a", "b"),
          NODES.arrayNode().add("a"),
          NODES.arrayNode().add(NODES.objectNode()));

  private final Random random;

  Mutants(long seed) {
    this.random = new Random(seed);
  }

  private record Entry(ObjectNode mapping, String name) {}

  /** Another object of the same kind, in most cases one that its schema does not take. */
  JsonNode of(ObjectNode object) {
    ObjectNode mutant = object.deepCopy();
    List<Entry> entries = new ArrayList<>();
    collect(mutant, entries);
    change(any(entries), any(entries).mapping());
    for (String name : List.of("apiVersion", "kind")) {
      mutant.set(name, object.get(name));
    }
    return mutant;
  }

  private void change(Entry entry, ObjectNode elsewhere) {
    ObjectNode mapping = entry.mapping();
    switch (random.nextInt(4)) {
      case 0 -> mapping.set(misspelt(entry.name()), mapping.remove(entry.name()));
      case 1 -> elsewhere.set(entry.name(), mapping.remove(entry.name()).deepCopy());
      case 2 -> mapping.remove(entry.name());
      default -> mapping.set(entry.name(), any(VALUES).deepCopy());
    }
  }

  private String misspelt(String name) {
    int at = random.nextInt(name.length() + 1);
    return switch (random.nextInt(3)) {
      case 0 -> name.substring(0, at) + "x" + name.substring(at);
      case 1 -> name.length() > 1 ? name.substring(1) : name + name;
      default -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
    };
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static void collect(JsonNode node, List<Entry> entries) {
    if (node instanceof ObjectNode object) {
      object.propertyNames().forEach(name -> entries.add(new Entry(object, name)));
    }
    node.forEach(child -> collect(child, entries));
  }
}
