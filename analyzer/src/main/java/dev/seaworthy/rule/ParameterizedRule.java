package dev.seaworthy.rule;

import java.util.Map;

/** Implemented by rules whose metadata lists parameters. */
public interface ParameterizedRule {

  /**
   * This rule with other values than the default ones.
   *
   * @param values by name: parameters of this rule only, each of its type; those left out keep
   *     their default
   */
  Rule withParameters(Map<String, ParameterValue> values);
}
