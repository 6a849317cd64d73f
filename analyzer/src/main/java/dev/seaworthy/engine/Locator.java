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
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a path into a place: where the field is written, or for a missing one the key of its
 * deepest parent that exists. What takes several lines is shown by its key, or by its start. There
 * is always a place.
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
    boolean keyed = entry != null && node == node.resolved() && isBelow(source, entry);
    return new Place(head(source, keyed ? entry.key() : node.resolved()), through);
  }

  /** Whether the key has to stand for the value: that has no text of its own, or follows it. */
  private static boolean isBelow(SourceText source, YamlEntry entry) {
    YamlNode value = entry.value();
    boolean scalar = value instanceof YamlScalar;
    return value.start() == value.end()
        || (!scalar && value.end() > source.lineEnd(source.position(entry.key().start()).line()));
  }

  /**
   * A node, or the start of one that takes several lines: as far as its first member, or the key of
   * that, goes on the first line.
   */
  private static Location head(SourceText source, YamlNode node) {
    if (node instanceof YamlScalar) {
      return Location.exact(source.name(), source.span(node.start(), node.end()));
    }
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
