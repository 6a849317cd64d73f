package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.eval.Call;
import dev.seaworthy.rego.eval.Expression;
import dev.seaworthy.rego.eval.Flow;
import dev.seaworthy.rego.eval.Pattern;
import dev.seaworthy.rego.eval.Statements;
import dev.seaworthy.rego.eval.Texts;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans calls. */
final class CallPlanner {

  private final BodyPlanner planner;

  CallPlanner(BodyPlanner planner) {
    this.planner = planner;
  }

  /** Plans a call that is a statement, with an argument more if the result is wanted. */
  void plan(Term.Call call) {
    int arity = planner.linker().functions().arity(call);
    List<Term> arguments = call.arguments();
    if (call.name().equals(Functions.INTERNAL_PRINT)) {
      planner.sequence().add(Texts.print(parts(arguments.get(0)), call.location()));
      return;
    }
    Optional<Term> result =
        arguments.size() > arity ? Optional.of(arguments.get(arity)) : Optional.empty();
    if (call.name().equals(Functions.TEMPLATE)) {
      Expression text = Texts.template(parts(arguments.get(0)), call.location());
      planResult(text, result);
      return;
    }
    List<Expression> inputs = new ArrayList<>();
    for (Term argument : arguments.subList(0, arity)) {
      inputs.add(planner.terms().expression(planner.references().close(argument)));
    }
    Call planned = new Call(call.name(), planner.linker().callee(call), inputs, call.location());
    if (planner.linker().functions().builtin(call).map(Builtin::relation).orElse(false)) {
      planRelation(planned, result);
    } else {
      planResult(planned.comparison(), result);
    }
  }

  private List<Expression> parts(Term array) {
    return Lists.map(((Term.Array) array).items(), planner.terms()::optional);
  }

  private void planRelation(Call call, Optional<Term> result) {
    Pattern pattern =
        result.map(planner.references()::close).map(planner.terms()::pattern).orElse(Pattern.ANY);
    planner.sequence().branch((Flow next) -> call.relation(pattern, next));
  }

  private void planResult(Expression value, Optional<Term> result) {
    if (result.isEmpty()) {
      planner.sequence().add(Statements.holds(value));
      return;
    }
    Term target = planner.references().close(result.get());
    if (target instanceof Term.Var var && !planner.terms().isClosed(var) && !var.isWildcard()) {
      planner.bound().add(var.name());
      planner.sequence().add(Statements.store(planner.slots().of(var.name()), value));
    } else {
      planner.sequence().add(Statements.match(planner.terms().pattern(target), value));
    }
  }
}
