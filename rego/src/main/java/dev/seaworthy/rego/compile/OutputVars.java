package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.compile.VarCollector.Skip;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which variables a statement binds, given those that are bound before it. */
final class OutputVars {

  private final Functions functions;

  OutputVars(Functions functions) {
    this.functions = functions;
  }

  /** The variables that statements in this order bind. */
  Set<String> of(List<Statement> statements, Set<String> bound) {
    Set<String> all = new HashSet<>(bound);
    for (Statement statement : statements) {
      all.addAll(of(statement, all));
    }
    all.removeAll(bound);
    return all;
  }

  /** The variables that a statement binds; none if it cannot be evaluated yet. */
  Set<String> of(Statement statement, Set<String> bound) {
    if (statement.negated()) {
      return Set.of();
    }
    for (Statement.With with : statement.withs()) {
      if (!bound.containsAll(VarCollector.of(with, Skip.CLOSURES))) {
        return Set.of();
      }
    }
    Set<String> outputs = new HashSet<>();
    if (statement.kind() instanceof Statement.Holds holds) {
      addReferences(holds.term(), bound, outputs);
      if (holds.term() instanceof Term.Call call) {
        addResult(call, bound, outputs);
      }
    } else if (statement.kind() instanceof Statement.Unify unify) {
      addReferences(unify.left(), bound, outputs);
      addReferences(unify.right(), bound, outputs);
      Set<String> all = new HashSet<>(bound);
      all.addAll(outputs);
      outputs.addAll(new Unification(all, this).of(unify.left(), unify.right()));
    } else if (statement.kind() instanceof Statement.Every every) {
      addReferences(every.domain(), bound, outputs);
    }
    outputs.removeAll(bound);
    return outputs;
  }

  /** The variable that takes the result, {@code f(x, result)}, if there is one. */
  private void addResult(Term.Call call, Set<String> bound, Set<String> outputs) {
    int arity = functions.arity(call);
    if (arity < 0 || call.arguments().size() <= arity) {
      return;
    }
    Skip[] skipped = {Skip.CLOSURES, Skip.SETS, Skip.OBJECT_KEYS, Skip.REF_HEADS};
    Set<String> inputs = VarCollector.of(call.arguments().subList(0, arity), skipped);
    inputs.removeAll(outputs);
    if (bound.containsAll(inputs)) {
      List<Term> results = call.arguments().subList(arity, call.arguments().size());
      outputs.addAll(VarCollector.of(results, skipped));
    }
  }

  private void addReferences(List<Term> terms, Set<String> bound, Set<String> outputs) {
    for (Term term : terms) {
      addReferences(term, bound, outputs);
    }
  }

  /** The variables of references: they are bound by going through what is referred to. */
  private void addReferences(Term term, Set<String> bound, Set<String> outputs) {
    if (term instanceof Term.Ref ref) {
      if (!isSafe(ref, bound)) {
        return;
      }
      outputs.addAll(VarCollector.of(ref.path(), Skip.REF_HEADS));
      addReferences(ref.head(), bound, outputs);
      addReferences(ref.path(), bound, outputs);
    } else if (term instanceof Term.Call call) {
      addReferences(call.arguments(), bound, outputs);
    } else if (term instanceof Term.Array array) {
      addReferences(array.items(), bound, outputs);
    } else if (term instanceof Term.SetOf set) {
      addReferences(set.items(), bound, outputs);
    } else if (term instanceof Term.ObjectOf object) {
      for (Term.Member member : object.members()) {
        addReferences(member.key(), bound, outputs);
        addReferences(member.value(), bound, outputs);
      }
    }
  }

  /** Whether it is known what a reference starts from. */
  boolean isSafe(Term.Ref ref, Set<String> bound) {
    if (ref.head() instanceof Term.Var var) {
      return Names.isRoot(var.name()) || bound.contains(var.name());
    }
    return bound.containsAll(VarCollector.of(ref.head(), Skip.CLOSURES));
  }
}
