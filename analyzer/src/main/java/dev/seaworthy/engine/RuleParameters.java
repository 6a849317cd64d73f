package dev.seaworthy.engine;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values that users set of rules' parameters. */
final class RuleParameters {

  private final Map<String, Map<String, ParameterValue>> byId = new HashMap<>();

  /**
   * @param values by the name of the parameter, by the id, alias or pattern that names the rules
   * @throws IllegalArgumentException if there is no such rule or parameter, or a value is not of
   *     its type
   */
  RuleParameters(RuleCatalog catalog, Map<String, Map<String, ParameterValue>> values) {
    for (Map.Entry<String, Map<String, ParameterValue>> entry : new TreeMap<>(values).entrySet()) {
      for (RuleMetadata rule : catalog.require(entry.getKey())) {
        entry.getValue().forEach((name, value) -> check(rule, name, value));
        byId.computeIfAbsent(rule.id(), id -> new HashMap<>()).putAll(entry.getValue());
      }
    }
  }

  /** The rules, with their values. */
  List<Rule> applyTo(Collection<? extends Rule> rules) {
    return rules.stream().<Rule>map(this::configured).toList();
  }

  private Rule configured(Rule rule) {
    Map<String, ParameterValue> own = byId.getOrDefault(rule.metadata().id(), Map.of());
    return own.isEmpty() || !(rule instanceof ParameterizedRule parameterized)
        ? rule
        : parameterized.withParameters(own);
  }

  private static void check(RuleMetadata rule, String name, ParameterValue value) {
    RuleParameter parameter =
        rule.parameter(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "rule '" + rule.id() + "' has no parameter '" + name + "'"));
    if (!parameter.defaultValue().getClass().equals(value.getClass())) {
      throw new IllegalArgumentException(
          "parameter '"
              + name
              + "' of rule '"
              + rule.id()
              + "' must be "
              + parameter.defaultValue().typeName());
    }
  }
}
