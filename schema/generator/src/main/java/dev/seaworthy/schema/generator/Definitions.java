package dev.seaworthy.schema.generator;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The JSON Schema of each model, by name. A schema here says nothing about the type of the
 * instance: the place that refers to it does, as only that place knows whether null is taken.
 */
final class Definitions {

  private final Client client;
  private final Facts facts;

  /** The models of objects that have names. */
  private final Set<String> named = new TreeSet<>();

  /** What can be reached from a kind other than through its status. */
  private final Set<String> written = new TreeSet<>();

  Definitions(Client client, Collection<Kind> kinds, Facts facts) {
    this.client = client;
    this.facts = facts;
    for (Kind kind : kinds) {
      if (!kind.list()) {
        markWritten(client.models().get(kind.model()));
      }
      if (kind.stored()) {
        named.add(kind.model());
      }
    }
  }

  /** The definitions that the kinds need. */
  Map<String, String> reachableFrom(Collection<Kind> kinds) {
    Map<String, String> definitions = new TreeMap<>(PropertySchema.DEFINITIONS);
    Deque<String> open = new ArrayDeque<>();
    kinds.forEach(kind -> open.add(kind.model()));
    while (!open.isEmpty()) {
      Model model = client.models().get(open.remove());
      if (definitions.putIfAbsent(model.name(), definition(model)) == null) {
        model.fields().forEach(field -> open.addAll(PropertySchema.models(field.type())));
      }
    }
    return definitions;
  }

  private void markWritten(Model kind) {
    Deque<Model> open = new ArrayDeque<>(List.of(kind));
    while (!open.isEmpty()) {
      Model model = open.remove();
      if (written.add(model.name())) {
        for (Model.Field field : model.fields()) {
          if (!(model.isObject() && field.name().equals("status"))) {
            PropertySchema.models(field.type())
                .forEach(name -> open.add(client.models().get(name)));
          }
        }
      }
    }
  }

  private String definition(Model model) {
    StringBuilder properties = new StringBuilder();
    StringBuilder required = new StringBuilder();
    for (Model.Field field : model.fields()) {
      Constraint constraint = facts.constraint(nameOf(model, field));
      if (named.contains(model.name()) && field.name().equals("metadata")) {
        constraint = facts.constraints().getOrDefault(nameOf(model, field), Constraint.NAMED);
      }
      boolean isRequired = constraint.isRequired() || isRequired(model, field);
      append(
          properties,
          '"' + field.name() + "\":" + PropertySchema.of(field.type(), !isRequired, constraint));
      if (isRequired) {
        append(required, '"' + field.name() + '"');
      }
    }
    return "{\"properties\":{"
        + properties
        + (required.isEmpty() ? "}" : "},\"required\":[" + required + "]")
        + ",\"additionalProperties\":false}";
  }

  /** What only a status holds is written by controllers, and not asked for in manifests. */
  private boolean isRequired(Model model, Model.Field field) {
    return field.required()
        && written.contains(model.name())
        && !facts.optional().contains(nameOf(model, field));
  }

  private static String nameOf(Model model, Model.Field field) {
    return model.name() + "." + field.name();
  }

  private static void append(StringBuilder list, String element) {
    list.append(list.isEmpty() ? "" : ",").append(element);
  }
}
