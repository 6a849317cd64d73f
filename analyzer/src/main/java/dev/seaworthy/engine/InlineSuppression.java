package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleMetadata;
import java.util.List;
import java.util.function.Predicate;

/**
 * A suppression that stands in the file itself, and what it covers.
 *
 * @param suppression how it was said
 * @param written the rules as written
 * @param rules the rules that this means; empty if none is known by that name
 * @param covers whether it covers a finding of one of its rules
 */
record InlineSuppression(
    Suppression suppression,
    List<String> written,
    List<RuleMetadata> rules,
    Predicate<Hit> covers) {

  boolean matches(Hit hit) {
    String id = hit.finding().ruleId();
    return rules.stream().anyMatch(rule -> rule.id().equals(id)) && covers.test(hit);
  }
}
