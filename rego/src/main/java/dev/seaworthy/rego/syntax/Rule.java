package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import java.util.List;
import java.util.Optional;

/**
 * A rule. One written with several bodies is several rules.
 *
 * @param isDefault whether {@code default} stands before it; its body is empty then
 * @param head what it defines
 * @param body when it holds
 * @param otherwise the rule after {@code else}: the same head but for its value
 */
public record Rule(
    boolean isDefault, Head head, Body body, Optional<Rule> otherwise, RegoLocation location) {

  /**
   * What a rule defines.
   *
   * @param kind what it adds to
   * @param ref the name: a variable, or a reference such as {@code a.b[x]}
   * @param arguments the parameters of a function, at least one; {@code f()} is the rule {@code f}
   * @param key the element of a partial set: {@code contains key}, or {@code p[key]} in v0. The key
   *     of a partial object is the last step of {@code ref}
   * @param value the value; absent means {@code true}, and for a partial set that there is none
   */
  public record Head(
      Kind kind,
      Term ref,
      List<Term> arguments,
      Optional<Term> key,
      Optional<Term> value,
      RegoLocation location) {
    public Head {
      arguments = List.copyOf(arguments);
    }
  }

  /** What a rule adds to. */
  public enum Kind {
    /** One value; a partial object if the reference has variables or the like in its last steps. */
    VALUE,
    /** A set, by {@code contains}. */
    PARTIAL_SET,
    /** A function. */
    FUNCTION
  }
}
