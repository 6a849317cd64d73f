package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Expression;
import dev.seaworthy.helm.template.Expression.Command;
import dev.seaworthy.helm.template.Expression.Function;
import dev.seaworthy.helm.template.Expression.Group;
import dev.seaworthy.helm.template.Expression.Pipeline;
import dev.seaworthy.helm.values.Symbol.Literal;
import dev.seaworthy.helm.values.Symbol.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells whether conditions hold, and which values make them. */
final class Conditions {

  private static final int MAX_DEPTH = 30;

  private final Evaluator evaluator;
  private final ValueFacts facts;

  Conditions(Evaluator evaluator, ValueFacts facts) {
    this.evaluator = evaluator;
    this.facts = facts;
  }

  /**
   * Whether a condition holds.
   *
   * @param holds whether it does
   * @param because the values that make it so
   */
  record Verdict(boolean holds, List<Value> because) {}

  /** Whether the condition of a block holds; nothing if that cannot be told. */
  Optional<Verdict> judge(Pipeline condition, Scope scope) {
    return judge(condition.commands(), scope, 0);
  }

  private Optional<Verdict> judge(List<Command> commands, Scope scope, int depth) {
    if (commands.isEmpty() || depth > MAX_DEPTH) {
      return Optional.empty();
    }
    Command last = commands.get(commands.size() - 1);
    List<Expression> operands = new ArrayList<>(last.operands());
    if (commands.size() > 1) {
      Command first = commands.get(0);
      List<Command> before = commands.subList(0, commands.size() - 1);
      Pipeline piped = new Pipeline(first.start(), last.start(), List.of(), false, before);
      operands.add(new Group(first.start(), last.start(), piped, List.of()));
    }
    if (operands.get(0) instanceof Function function) {
      List<Expression> arguments = operands.subList(1, operands.size());
      return judge(function.name(), arguments, commands, scope, depth + 1);
    }
    return operands.size() == 1 ? judge(operands.get(0), scope, depth) : Optional.empty();
  }

  private Optional<Verdict> judge(Expression operand, Scope scope, int depth) {
    return operand instanceof Group group && group.fields().isEmpty()
        ? judge(group.pipeline().commands(), scope, depth + 1)
        : judge(evaluator.operand(operand, scope));
  }

  private Optional<Verdict> judge(Symbol symbol) {
    List<Value> because = symbol instanceof Value value ? List.of(value) : List.of();
    return facts.truth(symbol).map(holds -> new Verdict(holds, because));
  }

  private Optional<Verdict> judge(
      String function, List<Expression> arguments, List<Command> all, Scope scope, int depth) {
    return switch (function) {
      case "and" -> combine(arguments, scope, depth, false);
      case "or" -> combine(arguments, scope, depth, true);
      case "not", "empty" ->
          arguments.size() == 1
              ? judge(arguments.get(0), scope, depth).map(Conditions::opposite)
              : Optional.empty();
      case "eq" -> equal(arguments, scope);
      case "ne" -> equal(arguments, scope).map(Conditions::opposite);
      case "hasKey" -> hasKey(arguments, scope);
      default -> judge(evaluator.value(all, scope));
    };
  }

  private static Verdict opposite(Verdict verdict) {
    return new Verdict(!verdict.holds(), verdict.because());
  }

  /**
   * @param decisive what one argument decides alone: true for {@code or}, false for {@code and}
   */
  private Optional<Verdict> combine(
      List<Expression> arguments, Scope scope, int depth, boolean decisive) {
    List<Optional<Verdict>> verdicts =
        arguments.stream().map(argument -> judge(argument, scope, depth)).toList();
    Optional<Verdict> alone =
        verdicts.stream()
            .flatMap(Optional::stream)
            .filter(verdict -> verdict.holds() == decisive)
            .findFirst();
    if (alone.isPresent() || verdicts.stream().anyMatch(Optional::isEmpty)) {
      return alone;
    }
    List<Value> because =
        verdicts.stream().flatMap(verdict -> verdict.orElseThrow().because().stream()).toList();
    return Optional.of(new Verdict(!decisive, because));
  }

  private Optional<Verdict> equal(List<Expression> arguments, Scope scope) {
    if (arguments.size() != 2) {
      return Optional.empty();
    }
    Symbol left = evaluator.operand(arguments.get(0), scope);
    Symbol right = evaluator.operand(arguments.get(1), scope);
    boolean turned = left instanceof Literal;
    return (turned ? right : left) instanceof Value value
            && (turned ? left : right) instanceof Literal literal
            && facts.layers().isKnown(value.path())
        ? Optional.of(
            new Verdict(
                facts
                    .layers()
                    .find(value.path())
                    .filter(place -> Scalars.equal(place, literal.text()))
                    .isPresent(),
                List.of(value)))
        : Optional.empty();
  }

  private Optional<Verdict> hasKey(List<Expression> arguments, Scope scope) {
    if (arguments.size() != 2) {
      return Optional.empty();
    }
    return evaluator.operand(arguments.get(1), scope) instanceof Literal key
            && evaluator.operand(arguments.get(0), scope).field(key.text()) instanceof Value value
            && facts.layers().isKnown(value.path())
        ? Optional.of(new Verdict(isSet(value), List.of(value)))
        : Optional.empty();
  }

  private boolean isSet(Value value) {
    return facts
        .layers()
        .find(value.path())
        .filter(place -> place.kind() != ValueKind.NULL)
        .isPresent();
  }
}
