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
 * Turns a path into a place: where the field is written, or for a missing one its deepest parent
 * that exists. There is always a place.
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
    for (FieldPath step : path.steps()) {
      YamlNode container = node.resolved();
      @Nullable YamlEntry entry = null;
      @Nullable YamlNode next = null;
      if (step.isIndex()) {
        next = item(container, step.index());
      } else if (container instanceof YamlMapping mapping) {
        entry = mapping.entry(step.name()).orElse(null);
        next = entry == null ? null : entry.value();
      }
      if (next == null) {
        break;
      }
      if (entry != null) {
        entry.mergedThrough().ifPresent(alias -> through.add(related(source, alias)));
      }
      if (next instanceof YamlAlias alias) {
        through.add(related(source, alias));
      }
      // an empty value has no text of its own: its key stands for it
      node = entry != null && next.start() == next.end() ? entry.key() : next.resolved();
    }
    return new Place(location(object, node), through);
  }

  private static Location location(KubernetesObject object, YamlNode node) {
    return Location.exact(object.document().source().name(), object.document().span(node));
  }

  private static @Nullable YamlNode item(YamlNode container, int index) {
    Optional<List<YamlNode>> items =
        container instanceof YamlSequence sequence
            ? Optional.of(sequence.items())
            : Optional.empty();
    return items.filter(list -> index < list.size()).map(list -> list.get(index)).orElse(null);
  }

  private static Finding.Related related(SourceText source, YamlAlias alias) {
    Location location = Location.exact(source.name(), source.span(alias.start(), alias.end()));
    return new Finding.Related(location, "used here through alias '" + alias + "'");
  }
}
