package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that what is called is there, and takes what it is given. */
final class CallChecks extends Visitor {

  private final Functions functions;
  private final Problems problems;

  /** The built-ins that are replaced somewhere, so that they need not be there. */
  private final Set<String> replaced = new HashSet<>();

  /** The call that is a statement of its own: it may have an argument more, for the result. */
  private @Nullable Term statement;

  CallChecks(Functions functions, Problems problems) {
    this.functions = functions;
    this.problems = problems;
  }

  /** Notes which built-ins are replaced in a rule; to be done for all rules first. */
  void noteReplacements(RuleDraft draft) {
    new Visitor() {
      @Override
      void visit(Statement.With with) {
        if (!Functions.isOfPolicy(with.target()) && functions.isFunction(with.target())) {
          replaced.add(Functions.name(with.target()));
        }
      }
    }.walk(draft);
  }

  @Override
  void visit(Statement statement) {
    this.statement = statement.kind() instanceof Statement.Holds holds ? holds.term() : null;
  }

  @Override
  void visit(Term term) {
    if (term instanceof Term.Call call) {
      check(call, call == statement);
    }
  }

  private void check(Term.Call call, boolean isStatement) {
    String name = call.name();
    if (name.equals(Functions.PRINT) && !isStatement) {
      problems.type(call.location(), "print(...) used as value");
      return;
    }
    Optional<String> unsupported = functions.unsupported(call);
    if (unsupported.isPresent() && !replaced.contains(name)) {
      problems.type(
          call.location(), "built-in function " + name + " is not supported: " + unsupported.get());
      return;
    }
    int arity = functions.arity(call);
    int given = call.arguments().size();
    if (arity == Functions.UNKNOWN || isCallOfValue(call)) {
      problems.type(call.location(), "undefined function " + name);
    } else if (given != arity && !(isStatement && given == arity + 1)) {
      problems.type(call.location(), arityMismatch(call, arity, given));
    } else if (Functions.isOfCompiler(call) && !(call.arguments().get(0) instanceof Term.Array)) {
      problems.type(call.location(), name + ": invalid argument(s)\n\twant: array");
    }
  }

  private boolean isCallOfValue(Term.Call call) {
    return Functions.isOfPolicy(call.function())
        && call.arguments().isEmpty()
        && !functions.isFunction(call.function());
  }

  private static String arityMismatch(Term.Call call, int arity, int given) {
    if (Functions.isOfPolicy(call.function())) {
      return "function %s has arity %d, got %d argument%s"
          .formatted(call.name(), arity, given, given == 1 ? "" : "s");
    }
    return "%s: arity mismatch\n\thave: %d argument%s\n\twant: %d"
        .formatted(call.name(), given, given == 1 ? "" : "s", arity);
  }
}
