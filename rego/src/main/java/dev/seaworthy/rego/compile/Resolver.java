package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Replaces the names of rules and imports by references from {@code data} and {@code input}. */
final class Resolver extends Rewriter {

  private final Map<String, Term> globals;
  private final BuiltinTable builtins;
  private final Deque<Set<String>> locals = new ArrayDeque<>();

  /**
   * @param globals what each name stands for: a reference, or a root document
   */
  Resolver(Map<String, Term> globals, BuiltinTable builtins) {
    this.globals = globals;
    this.builtins = builtins;
  }

  void rule(RuleDraft draft) {
    Set<String> arguments = new HashSet<>();
    for (Term argument : draft.arguments) {
      arguments.addAll(
          VarCollector.of(
              argument,
              VarCollector.Skip.OBJECT_KEYS,
              VarCollector.Skip.SETS,
              VarCollector.Skip.CLOSURES));
    }
    locals.push(arguments);
    locals.push(Declarations.of(draft.body));
    draft.ref = terms(draft.ref);
    draft.arguments = terms(draft.arguments);
    draft.key = draft.key.map(this::term);
    draft.value = draft.value.map(this::term);
    draft.body = super.body(draft.body);
    locals.clear();
  }

  @Override
  Body body(Body body) {
    return within(body, () -> super.body(body));
  }

  @Override
  Term comprehension(Term.ArrayComprehension array) {
    return within(array.body(), () -> super.comprehension(array));
  }

  @Override
  Term comprehension(Term.SetComprehension set) {
    return within(set.body(), () -> super.comprehension(set));
  }

  @Override
  Term comprehension(Term.ObjectComprehension object) {
    return within(object.body(), () -> super.comprehension(object));
  }

  /** Resolves where what a body declares is local. */
  private <T> T within(Body body, Supplier<T> resolving) {
    locals.push(Declarations.of(body));
    T resolved = resolving.get();
    locals.pop();
    return resolved;
  }

  @Override
  Statement.Kind every(Statement.Every every) {
    Term domain = term(every.domain());
    Set<String> names = new HashSet<>();
    every.key().ifPresent(key -> names.add(key.name()));
    names.add(every.value().name());
    locals.push(names);
    Body body = body(every.body());
    locals.pop();
    return new Statement.Every(every.key(), every.value(), domain, body);
  }

  @Override
  Term var(Term.Var var) {
    return global(var, var.location());
  }

  @Override
  Term ref(Term.Ref ref) {
    Term head = term(ref.head());
    List<Term> path = terms(ref.path());
    if (head instanceof Term.Ref start && ref.head() instanceof Term.Var) {
      List<Term> steps = new ArrayList<>(start.path());
      steps.addAll(path);
      return new Term.Ref(start.head(), steps, ref.location());
    }
    return new Term.Ref(head, path, ref.location());
  }

  @Override
  Term function(Term function) {
    return term(function);
  }

  @Override
  Statement.With with(Statement.With with) {
    Statement.With resolved = super.with(with);
    boolean document = Terms.startsWith(resolved.target(), "input");
    return document
        ? resolved
        : new Statement.With(
            resolved.target(), functionOrValue(resolved.value()), resolved.location());
  }

  /** What stands for a function may be the name of a built-in. */
  private Term functionOrValue(Term term) {
    Term head = term instanceof Term.Ref ref ? ref.head() : term;
    boolean free = head instanceof Term.Var var && !isLocal(var.name());
    String name = free ? Functions.name(term) : "";
    return builtins.isKnown(name)
        ? new Term.Ref(
            new Term.Var(Names.BUILTINS, term.location()),
            List.of(Terms.string(name, term.location())),
            term.location())
        : term;
  }

  private boolean isLocal(String name) {
    return locals.stream().anyMatch(names -> names.contains(name));
  }

  private Term global(Term.Var var, RegoLocation location) {
    Term global = globals.get(var.name());
    if (global == null || isLocal(var.name())) {
      return var;
    }
    return at(global, location);
  }

  /** The same term as if it stood elsewhere. */
  private static Term at(Term term, RegoLocation location) {
    if (term instanceof Term.Var var) {
      return new Term.Var(var.name(), location);
    }
    if (term instanceof Term.Scalar scalar) {
      return new Term.Scalar(scalar.value(), location);
    }
    Term.Ref ref = (Term.Ref) term;
    Stream<Term> path = ref.path().stream().map(step -> at(step, location));
    return new Term.Ref(at(ref.head(), location), path.toList(), location);
  }
}
