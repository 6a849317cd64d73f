package dev.seaworthy.engine;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A suppression that stands in the file itself, and what it covers.
 *
 * @param suppression how it was said
 * @param names the rules as written; none if it is malformed
 * @param scope which findings of these rules it covers
 */
record InlineSuppression(Suppression suppression, List<Name> names, Scope scope) {

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

  /** Which findings a suppression covers. */
  sealed interface Scope {

    /** What findings can be looked up by: the line that they start on, or their object. */
    Object key();

    boolean covers(Hit hit);

    /** The only container that is meant, by name. */
    default Optional<String> container() {
      return Optional.empty();
    }
  }

  /** What starts on a line, the line starting at 1. */
  record Line(Integer key) implements Scope {
    @Override
    public boolean covers(Hit hit) {
      return hit.line() == key;
    }
  }

  /** What lies in a part of an object, perhaps in one container only. */
  record Part(KubernetesObject key, FieldPath path, Optional<String> container) implements Scope {
    @Override
    public boolean covers(Hit hit) {
      return hit.object() == key
          && hit.path().startsWith(path)
          && (container.isEmpty() || container.equals(hit.finding().container()));
    }
  }

  /** The names by which it covers a finding; none if it does not. */
  List<Name> covering(Hit hit) {
    String id = hit.finding().ruleId();
    List<Name> meant = names.stream().filter(name -> name.means(id)).toList();
    return meant.isEmpty() || !scope.covers(hit) ? List.of() : meant;
  }

  /** Returns the names, quoted. */
  @Override
  public String toString() {
    return names.stream().map(Name::written).collect(Collectors.joining("', '", "'", "'"));
  }
}
