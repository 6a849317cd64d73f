package dev.seaworthy.rbac;

import dev.seaworthy.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requirements that the labels of an object must all meet; without any, all objects are meant.
 *
 * @param requirements those of {@code matchLabels} and of {@code matchExpressions}
 */
record LabelSelector(List<Requirement> requirements) {

  /**
   * What is required of one label.
   *
   * @param operator {@code In}, {@code NotIn}, {@code Exists}, {@code DoesNotExist}; with any other
   *     one nothing meets the requirement: the API server takes no such selector
   */
  record Requirement(String key, String operator, Set<String> values) {

    private static final Set<String> OF_VALUES = Set.of("In", "NotIn");

    boolean holds(Map<String, String> labels) {
      if (OF_VALUES.contains(operator) && values.isEmpty()) {
        return false;
      }
      boolean there = labels.containsKey(key);
      return switch (operator) {
        case "In" -> there && values.contains(labels.get(key));
        case "NotIn" -> !there || !values.contains(labels.get(key));
        case "Exists" -> there;
        case "DoesNotExist" -> !there;
        default -> false;
      };
    }

    /** Whether only objects that have the label can meet it. */
    boolean needsLabel() {
      return operator.equals("In") || operator.equals("Exists");
    }
  }

  LabelSelector {
    requirements = List.copyOf(requirements);
  }

  /** The selector of one label with a value. */
  static LabelSelector of(String key, String value) {
    return new LabelSelector(List.of(new Requirement(key, "In", Set.of(value))));
  }

  static LabelSelector of(Field selector) {
    List<Requirement> requirements = new ArrayList<>();
    for (Field label : selector.get("matchLabels").members()) {
      requirements.add(new Requirement(label.path().name(), "In", Set.of(label.text())));
    }
    for (Field expression : selector.get("matchExpressions").items()) {
      Set<String> values =
          expression.get("values").items().stream().map(Field::text).collect(Collectors.toSet());
      String operator = expression.get("operator").text();
      requirements.add(new Requirement(expression.get("key").text(), operator, values));
    }
    return new LabelSelector(requirements);
  }

  boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.holds(labels));
  }
}
