package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.compile.Scopes.Origin;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Declares variables: each gets a name of its own. */
final class Declarer {

  private static final Map<Origin, String> REDECLARED =
      Map.of(
          Origin.SEEN, "var %s referenced above",
          Origin.ASSIGNED, "var %s assigned above",
          Origin.DECLARED, "var %s declared above",
          Origin.ARGUMENT, "arg %s redeclared");

  private final Names names;
  private final Problems problems;
  private final Scopes scopes;

  Declarer(Names names, Problems problems, Scopes scopes) {
    this.names = names;
    this.problems = problems;
    this.scopes = scopes;
  }

  /** Declares the variables of an argument of a function. */
  Term argument(Term term) {
    if (term instanceof Term.Var var && !var.isWildcard()) {
      String renamed = scopes.renamed(var.name());
      if (renamed == null) {
        renamed = names.local(var.name());
        scopes.add(var.name(), renamed, Origin.ARGUMENT, var.location());
      }
      return new Term.Var(renamed, var.location());
    }
    if (term instanceof Term.Array array) {
      List<Term> items = Lists.map(array.items(), this::argument);
      return new Term.Array(items, array.location());
    }
    if (term instanceof Term.ObjectOf object) {
      List<Term.Member> members =
          Lists.map(
              object.members(), member -> new Term.Member(member.key(), argument(member.value())));
      return new Term.ObjectOf(members, object.location());
    }
    if (term instanceof Term.Call) {
      problems.compile(term.location(), "rule arguments cannot contain calls");
    }
    return term;
  }

  /**
   * Declares the variables of the target of {@code :=}.
   *
   * @param keys what to make of the keys of objects: they declare nothing
   */
  Term target(Term term, UnaryOperator<Term> keys) {
    if (term instanceof Term.Var var) {
      return variable(var, Origin.ASSIGNED, var.location());
    }
    if (term instanceof Term.Array array) {
      List<Term> items = array.items().stream().map(item -> target(item, keys)).toList();
      return new Term.Array(items, array.location());
    }
    if (term instanceof Term.ObjectOf object) {
      List<Term.Member> members =
          object.members().stream()
              .map(
                  member -> new Term.Member(keys.apply(member.key()), target(member.value(), keys)))
              .toList();
      return new Term.ObjectOf(members, object.location());
    }
    problems.compile(term.location(), "cannot assign to " + Terms.kind(term));
    return term;
  }

  /**
   * Declares a variable of {@code every}.
   *
   * @param body where errors have it
   */
  Term.Var iterated(Term.Var var, Body body) {
    return variable(var, Origin.DECLARED, body.statements().get(0).location());
  }

  private Term.Var variable(Term.Var var, Origin origin, RegoLocation location) {
    return var.isWildcard()
        ? var
        : new Term.Var(declare(var.name(), origin, location), var.location());
  }

  /** Declares a variable in the innermost scope; returns its own name. */
  String declare(String name, Origin origin, RegoLocation location) {
    Origin before = scopes.origin(name);
    if (before != null) {
      problems.compile(location, REDECLARED.get(before).formatted(name));
    }
    String renamed = names.local(name);
    scopes.add(name, renamed, origin, location);
    return renamed;
  }

  /**
   * Reports what is declared in the innermost scope and never used.
   *
   * @param used the names that are used outside of the body
   */
  void checkUnused(Body body, Set<String> used) {
    Map<String, RegoLocation> declared = scopes.declared();
    if (declared.isEmpty()) {
      return;
    }
    Set<String> present = VarCollector.of(body);
    declared.forEach(
        (name, location) -> {
          if (!present.contains(scopes.renamed(name)) && !used.contains(name)) {
            problems.compile(location, "declared var " + name + " unused");
          }
        });
  }
}
