package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Expression;
import dev.seaworthy.helm.template.Expression.Command;
import dev.seaworthy.helm.template.Expression.Pipeline;
import dev.seaworthy.helm.template.Frame;
import dev.seaworthy.helm.template.TemplateNode.Action;
import dev.seaworthy.helm.template.TemplateNode.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Follows the frames around a part of the output, to what templates saw there. */
final class Trails {

  private final ParsedTemplates templates;
  private final Evaluator evaluator;
  private final ValueFacts facts;

  Trails(ParsedTemplates templates, Evaluator evaluator, ValueFacts facts) {
    this.templates = templates;
    this.evaluator = evaluator;
    this.facts = facts;
  }

  /** What the thing that made a frame sees where it stands. */
  Scope scope(Frame innermost) {
    List<Frame> outwards = new ArrayList<>(innermost.trail());
    Collections.reverse(outwards);
    Scope scope = Scope.of(List.of(), Symbol.UNKNOWN);
    Optional<Frame> caller = Optional.empty();
    for (Frame frame : outwards) {
      switch (frame.kind()) {
        case FILE -> scope = Scope.of(templates.file(frame.file().name()), new Symbol.Root());
        case DEFINE -> scope = called(caller, frame, scope);
        case BRANCH -> {
          if (frame.node().orElse(null) instanceof Block block) {
            scope = evaluator.enter(scope, block, frame.branch(), frame.iteration());
          }
        }
        default -> scope = scope.at(frame.sourceStart());
      }
      caller = frame.kind() == Frame.Kind.ACTION ? Optional.of(frame) : caller;
    }
    return scope;
  }

  /** What an expression comes to. */
  Symbol value(Pipeline pipeline, Scope scope) {
    return evaluator.value(pipeline, scope);
  }

  /** What a {@code range} sees in one of its iterations. */
  Symbol element(Pipeline pipeline, Scope scope, int iteration) {
    return facts.element(evaluator.value(pipeline, scope), iteration).value();
  }

  private Scope called(Optional<Frame> caller, Frame define, Scope scope) {
    if (!(define.node().orElse(null) instanceof Block block)) {
      return Scope.of(List.of(), Symbol.UNKNOWN);
    }
    Symbol context = caller.map(action -> argument(action, block, scope)).orElse(Symbol.UNKNOWN);
    return Scope.of(block.branches().get(0).body(), context);
  }

  /** What an action hands to a named template. */
  private Symbol argument(Frame action, Block define, Scope scope) {
    String name = ParsedTemplates.name(define).orElse("");
    List<Symbol> arguments = new ArrayList<>();
    if (action.node().orElse(null) instanceof Block block) {
      arguments.add(operand(block.branches().get(0).pipeline(), 1, scope));
    } else if (action.node().orElse(null) instanceof Action call) {
      if (call.keyword().equals("template")) {
        arguments.add(operand(call.pipeline(), 1, scope));
      } else {
        collectArguments(call.pipeline(), name, scope, arguments);
      }
    }
    return Symbol.anyOf(arguments);
  }

  private Symbol operand(Pipeline pipeline, int index, Scope scope) {
    List<Expression> operands = pipeline.commands().get(0).operands();
    return index < operands.size() ? evaluator.operand(operands.get(index), scope) : Symbol.UNKNOWN;
  }

  private void collectArguments(
      Pipeline pipeline, String name, Scope scope, List<Symbol> arguments) {
    for (int i = 0; i < pipeline.commands().size(); i++) {
      Command command = pipeline.commands().get(i);
      List<Expression> operands = command.operands();
      if (isCall(operands, name)) {
        boolean piped = operands.size() == 2;
        arguments.add(
            piped
                ? evaluator.value(pipeline.commands().subList(0, i), scope)
                : evaluator.operand(operands.get(2), scope));
      }
      for (Expression operand : operands) {
        if (operand instanceof Expression.Group group) {
          collectArguments(group.pipeline(), name, scope, arguments);
        }
      }
    }
  }

  private static boolean isCall(List<Expression> operands, String name) {
    return operands.size() > 1
        && operands.get(0) instanceof Expression.Function function
        && function.name().equals("include")
        && operands.get(1) instanceof Expression.Text called
        && called.value().equals(name);
  }
}
