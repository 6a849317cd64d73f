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
 * @param scopes which findings of these rules it covers: those of any of these
 */
record InlineSuppression(Suppression suppression, List<Name> names, List<Scope> scopes) {

  InlineSuppression(Suppression suppression, List<Name> names, Scope scope) {
    this(suppression, names, List.of(scope));
  }

  /**
   * The name of a rule.
   *
   * @param written the id or alias as written
   * @param rules the rules that this means; empty if none is known by that name
   */
  record Name(String written, List<RuleMetadata> rules) {}

  /** Which findings a suppression covers: those for which an equal scope can be made. */
  sealed interface Scope {

    /** The only container that is meant, by name. */
    default Optional<String> container() {
      return Optional.empty();
    }
  }

  /** What a line of a file takes part in, the line starting at 1. */
  record Line(String file, int line) implements Scope {}

  /** What lies in a part of an object, perhaps in one container only. */
  record Part(KubernetesObject object, FieldPath path, Optional<String> container)
      implements Scope {}

  /** The only container that is meant, by name. */
  Optional<String> container() {
    return scopes.get(0).container();
  }

  /** Returns the names, quoted. */
  @Override
  public String toString() {
    return names.stream().map(Name::written).collect(Collectors.joining("', '", "'", "'"));
  }
}
