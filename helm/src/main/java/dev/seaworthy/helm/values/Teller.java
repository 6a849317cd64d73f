package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Frame;
import dev.seaworthy.helm.values.SetValue.Key;
import dev.seaworthy.helm.values.SetValue.Step;
import dev.seaworthy.helm.values.Symbol.Value;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.RelatedPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts into words what a value has to do with a field, and where the value is written. */
final class Teller {

  private static final int MAX_SHOWN = 40;

  private final ValueLayers layers;

  Teller(ValueLayers layers) {
    this.layers = layers;
  }

  /** {@code value 'image.tag' decides}. */
  RelatedPlace decides(Value value, Frame frame) {
    return tell(value, " decides", frame);
  }

  /** {@code value 'image.tag' is part of this}. */
  RelatedPlace isPart(Value value, Frame frame) {
    return tell(value, " is part of this", frame);
  }

  /** {@code value 'podSecurityContext' has no 'runAsNonRoot'}. */
  RelatedPlace lacks(Value value, String key, Frame frame) {
    return tell(value, " has no '" + key + "'", frame);
  }

  /** {@code value 'image.tag' is not set, so the template's default counts}. */
  RelatedPlace hasDefault(Value value, Frame frame) {
    return tell(value, state(value) + ", so the template's default counts", frame);
  }

  /** {@code value 'hostNetwork' is true, so this is rendered}. */
  RelatedPlace renders(Value value, Frame frame) {
    return tell(value, state(value) + ", so this is rendered", frame);
  }

  /** {@code value 'podSecurityContext' is empty, so 'securityContext' is not rendered}. */
  RelatedPlace hides(Value value, String key, Frame frame) {
    return tell(value, state(value) + ", so '" + key + "' is not rendered", frame);
  }

  private String state(Value value) {
    Optional<ValuePlace> found = layers.find(value.path());
    if (found.isEmpty() || found.get().kind() == ValueKind.NULL) {
      return " is not set";
    }
    ValuePlace place = found.get();
    return switch (place.kind()) {
      case MAP ->
          layers.keys(value.path()).filter(List::isEmpty).isPresent() ? " is empty" : " is set";
      case LIST -> layers.size(value.path()).orElse(0) == 0 ? " is empty" : " is set";
      case BOOLEAN -> " is " + Boolean.toString(Scalars.isTrue(place)).toLowerCase(Locale.ROOT);
      case STRING -> text(place.text());
      default -> " is " + place.text();
    };
  }

  private static String text(String text) {
    if (text.isEmpty()) {
      return " is empty";
    }
    boolean isShort = text.length() <= MAX_SHOWN && text.indexOf('\n') < 0;
    return isShort ? " is '" + text + "'" : " is set";
  }

  /**
   * What is not written in a file is told where the template reads it.
   *
   * @param frame the part of a template that reads the value
   */
  private RelatedPlace tell(Value value, String what, Frame frame) {
    List<String> path = value.path();
    for (int length = path.size(); length > 0; length--) {
      Optional<ValuePlace> found = layers.find(path.subList(0, length));
      if (found.isPresent()) {
        List<Step> steps = new ArrayList<>(found.get().path());
        path.subList(length, path.size()).forEach(name -> steps.add(new Key(name)));
        return tell(SetValue.written(steps), found.get().origin(), what, frame);
      }
    }
    String name = SetValue.written(path.stream().map(step -> (Step) new Key(step)).toList());
    return new RelatedPlace(location(frame), "value '" + name + "'" + what);
  }

  private static RelatedPlace tell(String name, ValueOrigin origin, String what, Frame frame) {
    Optional<Location> written = origin.location();
    String by = written.isPresent() ? "" : ", set by '" + origin.label() + "'";
    return new RelatedPlace(
        written.orElseGet(() -> location(frame)), "value '" + name + "'" + what + by);
  }

  private static Location location(Frame frame) {
    return new Location(
        frame.file().name(),
        frame.file().span(frame.sourceStart(), frame.sourceEnd()),
        Precision.TEMPLATE);
  }
}
