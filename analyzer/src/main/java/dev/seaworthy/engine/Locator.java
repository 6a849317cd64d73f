package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlAlias;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a path into a place: where the field is written, or for a missing one the key of its
 * deepest parent that exists. There is always a place.
 */
final class Locator {

  private Locator() {}

  /**
   * A place, and the aliases on the way to it, outermost first.
   *
   * @param location where the text stands, at its anchor if it was reached through an alias
   * @param through the aliases
   */
  record Place(Location location, List<Finding.Related> through) {}

  static Place locate(Field field) {
    Place place = locate(field.object(), field.path());
    return field
        .place()
        .map(node -> new Place(location(field.object(), node), place.through()))
        .orElse(place);
  }

  static Place locate(KubernetesObject object, FieldPath path) {
    SourceText source = object.document().source();
    List<Finding.Related> through = new ArrayList<>(0);
    YamlNode node = object.node();
    @Nullable YamlEntry entry = null;
    for (FieldPath step : path.steps()) {
      @Nullable YamlEntry member = step.isIndex() ? null : member(node.resolved(), step.name());
      @Nullable YamlNode next =
          step.isIndex()
              ? item(node.resolved(), step.index())
              : member == null ? null : member.value();
      if (next == null) {
        YamlNode parent = entry == null ? node : entry.key();
        return new Place(head(source, parent), through);
      }
      relate(source, node, through);
      if (member != null) {
        member.mergedThrough().ifPresent(alias -> relate(source, alias, through));
      }
      node = next;
      entry = member;
    }
    relate(source, node, through);
    // an empty value has no text of its own: its key stands for it
    boolean empty = entry != null && node.start() == node.end();
    return new Place(location(object, empty ? entry.key() : node.resolved()), through);
  }

  /**
   * A node, or the start of one that takes several lines: as far as its first member, or the key of
   * that, goes on the first line.
   */
  private static Location head(SourceText source, YamlNode node) {
    int line = source.position(node.start()).line();
    int lineEnd = source.lineEnd(line);
    int end = Math.min(node.end(), lineEnd);
    if (node.end() > lineEnd && node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        if (entry.key().start() == node.start()) {
          boolean beside = entry.value().start() < lineEnd;
          end = beside ? Math.min(entry.value().end(), lineEnd) : entry.key().end();
        }
      }
    }
    return Location.exact(source.name(), source.span(node.start(), end));
  }

  private static Location location(KubernetesObject object, YamlNode node) {
    return Location.exact(object.document().source().name(), object.document().span(node));
  }

  private static @Nullable YamlEntry member(YamlNode container, String name) {
    return container instanceof YamlMapping mapping ? mapping.entry(name).orElse(null) : null;
  }

  private static @Nullable YamlNode item(YamlNode container, int index) {
    Optional<List<YamlNode>> items =
        container instanceof YamlSequence sequence
            ? Optional.of(sequence.items())
            : Optional.empty();
    return items.filter(list -> index < list.size()).map(list -> list.get(index)).orElse(null);
  }

  private static void relate(SourceText source, YamlNode node, List<Finding.Related> through) {
    if (node instanceof YamlAlias alias) {
      Location location = Location.exact(source.name(), source.span(alias.start(), alias.end()));
      through.add(new Finding.Related(location, "used here through alias '" + alias + "'"));
    }
  }
}
