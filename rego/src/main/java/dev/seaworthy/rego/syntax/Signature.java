package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import java.util.List;
import java.util.Optional;

/**
 * A head as it is written.
 *
 * @param name the first word
 * @param ref the name with its steps: a variable or a reference
 * @param arguments what stands in parentheses
 * @param element what stands after {@code contains}
 * @param value what stands after {@code :=} or {@code =}
 */
record Signature(
    Term.Var name,
    Term ref,
    List<Term> arguments,
    Optional<Term> element,
    Optional<Term> value,
    RegoLocation location) {

  /** A name, perhaps with steps and arguments, if a term is that. */
  static Optional<Signature> of(Term term) {
    if (term instanceof Term.Call call) {
      return of(call.function(), call.arguments(), call.location());
    }
    return of(term, List.of(), term.location());
  }

  private static Optional<Signature> of(Term ref, List<Term> arguments, RegoLocation location) {
    Term first = ref instanceof Term.Ref steps ? steps.head() : ref;
    return first instanceof Term.Var name
        ? Optional.of(
            new Signature(name, ref, arguments, Optional.empty(), Optional.empty(), location))
        : Optional.empty();
  }

  Signature containing(Term term, RegoLocation place) {
    return new Signature(name, ref, arguments, Optional.of(term), value, place);
  }

  Signature withValue(Term term, RegoLocation place) {
    return new Signature(name, ref, arguments, element, Optional.of(term), place);
  }

  /** The steps after the name. */
  List<Term> path() {
    return ref instanceof Term.Ref steps ? steps.path() : List.of();
  }

  boolean isFunction() {
    return !arguments.isEmpty();
  }

  /**
   * The head that is meant.
   *
   * @param oneStepIsElement whether {@code p[x]} without a value adds to a set
   */
  Rule.Head head(boolean oneStepIsElement) {
    if (isFunction()) {
      return head(Rule.Kind.FUNCTION, ref, Optional.empty());
    }
    if (element.isPresent()) {
      return head(Rule.Kind.PARTIAL_SET, ref, element);
    }
    if (oneStepIsElement && path().size() == 1 && value.isEmpty()) {
      return head(Rule.Kind.PARTIAL_SET, name, Optional.of(path().get(0)));
    }
    return head(Rule.Kind.VALUE, ref, Optional.empty());
  }

  private Rule.Head head(Rule.Kind kind, Term what, Optional<Term> key) {
    return new Rule.Head(kind, what, arguments, key, value, location);
  }
}
