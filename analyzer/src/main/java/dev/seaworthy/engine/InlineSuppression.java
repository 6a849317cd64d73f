package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A suppression that stands in the file itself, and what it covers.
 *
 * @param suppression how it was said
 * @param names the rules as written; none if it is malformed
 * @param container the only container that is meant, by name
 * @param covers whether it covers a finding of one of its rules
 */
record InlineSuppression(
    Suppression suppression, List<Name> names, Optional<String> container, Predicate<Hit> covers) {

  /**
   * The name of a rule.
   *
   * @param written the id or alias as written
   * @param rules the rules that this means; empty if none is known by that name
   */
  record Name(String written, List<RuleMetadata> rules) {

    boolean means(String ruleId) {
      return rules.stream().anyMatch(rule -> rule.id().equals(ruleId));
    }
  }

  /** The names by which it covers a finding; none if it does not. */
  List<Name> covering(Hit hit) {
    String id = hit.finding().ruleId();
    List<Name> meant = names.stream().filter(name -> name.means(id)).toList();
    return meant.isEmpty() || !covers.test(hit) ? List.of() : meant;
  }

  /** Returns the names, quoted. */
  @Override
  public String toString() {
    return names.stream().map(Name::written).collect(Collectors.joining("', '", "'", "'"));
  }
}
