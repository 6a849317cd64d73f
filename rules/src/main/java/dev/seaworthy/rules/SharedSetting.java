package dev.seaworthy.rules;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.Origin;
import dev.seaworthy.model.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A setting and the containers that it applies to. A value of the pod that several containers
 * inherit is one thing to mend, so rules report it once; what a container sets itself, or nobody
 * sets, is shared with no other.
 *
 * @param setting the setting
 * @param containers the containers that end up with it, in the order of the pod
 * @param <T> the type of the value
 */
public record SharedSetting<T>(Setting<T> setting, List<Container> containers) {

  public SharedSetting {
    containers = List.copyOf(containers);
  }

  /**
   * Groups containers by the place of the setting that applies to them.
   *
   * @param containers the containers
   * @param setting reads the setting of one of them
   */
  public static <T> List<SharedSetting<T>> of(
      List<Container> containers, Function<Container, Setting<T>> setting) {
    Map<FieldPath, Setting<T>> settings = new LinkedHashMap<>();
    Map<FieldPath, List<Container>> bearers = new HashMap<>();
    for (Container container : containers) {
      Setting<T> own = setting.apply(container);
      FieldPath place = own.field().path();
      settings.putIfAbsent(place, own);
      bearers.computeIfAbsent(place, unused -> new ArrayList<>()).add(container);
    }
    List<SharedSetting<T>> shared = new ArrayList<>(settings.size());
    settings.forEach((place, own) -> shared.add(new SharedSetting<>(own, bearers.get(place))));
    return shared;
  }

  /** Where the setting is written; where nobody sets it, where the container would. */
  public Field field() {
    return setting.field();
  }

  /** Whether the containers have it from the pod. */
  public boolean isInherited() {
    return setting.origin() == Origin.POD || setting.origin() == Origin.ANNOTATION;
  }

  /** What to call the containers in a message: {@code container 'a' and container 'b'}. */
  public String names() {
    return names(containers);
  }

  /** What to call containers in a message. */
  public static String names(List<Container> containers) {
    return Enumeration.of(containers.stream().map(Container::toString).toList(), " and ");
  }
}
