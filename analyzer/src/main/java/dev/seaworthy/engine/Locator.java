package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.source.FieldTrace;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.RelatedPlace;
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
   * @param source the text that was analysed
   * @param start where the place starts in it
   * @param end where it ends, exclusive
   * @param through the aliases
   */
  record Place(SourceText source, int start, int end, List<RelatedPlace> through) {

    /** Where the text was written, at its anchor if it was reached through an alias. */
    Location location() {
      return source.locate(start, end);
    }

    /** The text around the place, where there is nothing better to show. */
    Optional<String> rendered(Location location) {
      return location.precision() == Precision.RENDERED
          ? source.map().flatMap(map -> map.excerpt(start, end))
          : Optional.empty();
    }
  }

  static Place locate(Field field) {
    Place place = locate(field.object(), field.path());
    return field
        .place()
        .map(node -> new Place(place.source(), node.start(), node.end(), place.through()))
        .orElse(place);
  }

  static Place locate(KubernetesObject object, FieldPath path) {
    SourceText source = object.document().source();
    List<RelatedPlace> through = new ArrayList<>(0);
    YamlNode node = object.node();
    @Nullable YamlEntry entry = null;
    for (FieldPath step : path.steps()) {
      @Nullable YamlEntry member = step.isIndex() ? null : member(node.resolved(), step.name());
      @Nullable YamlNode next = next(node, step, member);
      if (next == null) {
        YamlNode parent = entry == null ? node : entry.key();
        return head(source, parent, through);
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
    return head(source, keyed ? entry.key() : node.resolved(), through);
  }

  /** The way to a field as it is written. */
  static FieldTrace trace(KubernetesObject object, FieldPath path) {
    List<FieldTrace.Step> written = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    YamlNode node = object.node();
    for (FieldPath step : path.steps()) {
      @Nullable YamlEntry member = step.isIndex() ? null : member(node.resolved(), step.name());
      @Nullable YamlNode next = missing.isEmpty() ? next(node, step, member) : null;
      String name = step.isIndex() ? Integer.toString(step.index()) : step.name();
      if (next == null) {
        missing.add(name);
        continue;
      }
      YamlNode value = next.resolved();
      int start = member == null ? value.start() : member.key().start();
      written.add(new FieldTrace.Step(name, start, value.start(), value.end()));
      node = next;
    }
    return new FieldTrace(written, missing);
  }

  private static @Nullable YamlNode next(
      YamlNode node, FieldPath step, @Nullable YamlEntry member) {
    if (step.isIndex()) {
      return item(node.resolved(), step.index());
    }
    return member == null ? null : member.value();
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
  private static Place head(SourceText source, YamlNode node, List<RelatedPlace> through) {
    if (node instanceof YamlScalar) {
      return new Place(source, node.start(), node.end(), through);
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
    return new Place(source, node.start(), end, through);
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

  private static void relate(SourceText source, YamlNode node, List<RelatedPlace> through) {
    if (node instanceof YamlAlias alias) {
      Location location = source.locate(alias.start(), alias.end());
      through.add(new RelatedPlace(location, "used here through alias '" + alias + "'"));
    }
  }
}
