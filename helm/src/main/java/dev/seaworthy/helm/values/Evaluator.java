package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Expression;
import dev.seaworthy.helm.template.Expression.Command;
import dev.seaworthy.helm.template.Expression.Pipeline;
import dev.seaworthy.helm.template.TemplateNode;
import dev.seaworthy.helm.template.TemplateNode.Action;
import dev.seaworthy.helm.template.TemplateNode.Block;
import dev.seaworthy.helm.template.TemplateNode.Branch;
import dev.seaworthy.helm.values.Symbol.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what expressions stand for. The work is bounded: beyond that everything is unknown. For one
 * thread.
 */
final class Evaluator {

  private static final int MAX_STEPS = 20_000;
  private static final int MAX_DEPTH = 60;

  private final ParsedTemplates templates;
  private final ValueFacts values;
  private final Functions functions;
  private int steps;
  private int depth;

  Evaluator(ParsedTemplates templates, ValueFacts values) {
    this.templates = templates;
    this.values = values;
    this.functions = new Functions(values);
  }

  /** What a pipeline comes to, its declarations left aside. */
  Symbol value(Pipeline pipeline, Scope scope) {
    return value(pipeline.commands(), scope);
  }

  /** What commands come to that pass their values on. */
  Symbol value(List<Command> commands, Scope scope) {
    if (depth >= MAX_DEPTH) {
      return Symbol.UNKNOWN;
    }
    depth++;
    Optional<Symbol> piped = Optional.empty();
    for (Command command : commands) {
      piped = Optional.of(command(command, piped, scope));
    }
    depth--;
    return piped.orElse(Symbol.UNKNOWN);
  }

  private Symbol command(Command command, Optional<Symbol> piped, Scope scope) {
    List<Expression> operands = command.operands();
    if (!(operands.get(0) instanceof Expression.Function function)) {
      return operands.size() == 1 && piped.isEmpty()
          ? operand(operands.get(0), scope)
          : Symbol.UNKNOWN;
    }
    List<Symbol> arguments = new ArrayList<>();
    for (Expression operand : operands.subList(1, operands.size())) {
      arguments.add(operand(operand, scope));
    }
    piped.ifPresent(arguments::add);
    return function.name().equals("include")
        ? include(arguments)
        : functions.call(function.name(), arguments);
  }

  Symbol operand(Expression operand, Scope scope) {
    if (++steps > MAX_STEPS) {
      return Symbol.UNKNOWN;
    }
    if (operand instanceof Expression.Dot dot) {
      return scope.dot().fields(dot.fields());
    }
    if (operand instanceof Expression.Variable variable) {
      return variable(variable.name(), scope).fields(variable.fields());
    }
    if (operand instanceof Expression.Group group) {
      return value(group.pipeline(), scope).fields(group.fields());
    }
    if (operand instanceof Expression.Text text) {
      return new Literal(text.value());
    }
    if (operand instanceof Expression.Constant constant) {
      return new Literal(constant.written());
    }
    return operand instanceof Expression.Function function
        ? functions.call(function.name(), List.of())
        : Symbol.UNKNOWN;
  }

  /** What a named template may write: the values of its actions. */
  private Symbol include(List<Symbol> arguments) {
    if (arguments.size() != 2
        || !(arguments.get(0) instanceof Literal name)
        || !templates.named().containsKey(name.text())
        || depth >= MAX_DEPTH) {
      return Symbol.UNKNOWN;
    }
    List<TemplateNode> body = templates.named().get(name.text()).branches().get(0).body();
    List<Symbol> written = new ArrayList<>();
    depth++;
    collectWritten(Scope.of(body, arguments.get(1)), written);
    depth--;
    return Symbol.anyOf(written);
  }

  private void collectWritten(Scope scope, List<Symbol> written) {
    for (TemplateNode node : scope.body()) {
      if (written.size() > Symbol.MAX_OPTIONS || ++steps > MAX_STEPS) {
        return;
      }
      Scope here = scope.at(node.start());
      if (node instanceof Action action && action.pipeline().declares().isEmpty()) {
        written.add(written(action, here));
      } else if (node instanceof Block block && ParsedTemplates.name(block).isEmpty()) {
        for (int i = 0; i < block.branches().size(); i++) {
          collectWritten(enter(here, block, i, 0), written);
        }
      }
    }
  }

  private Symbol written(Action action, Scope scope) {
    if (!action.keyword().equals("template")) {
      return value(action.pipeline(), scope);
    }
    List<Expression> operands = action.pipeline().commands().get(0).operands();
    return include(operands.stream().map(operand -> operand(operand, scope)).toList());
  }

  /**
   * The scope of a branch.
   *
   * @param scope the scope of its block
   * @param branch the index of the branch
   * @param iteration for {@code range}, the number of the iteration
   */
  Scope enter(Scope scope, Block block, int branch, int iteration) {
    Map<String, Symbol> declared = new HashMap<>();
    boolean isRange = block.keyword().equals("range");
    for (int i = 0; i <= branch && !isRange; i++) {
      Pipeline pipeline = block.branches().get(i).pipeline();
      if (!pipeline.declares().isEmpty()) {
        declared.put(pipeline.declares().get(0), value(pipeline, scope));
      }
    }
    Branch entered = block.branches().get(branch);
    Symbol dot = scope.dot();
    if (isRange && branch == 0) {
      dot = element(entered.pipeline(), scope, iteration, declared);
    } else if (block.keyword().equals("with") && !entered.pipeline().commands().isEmpty()) {
      dot = value(entered.pipeline(), scope);
    }
    return scope.inner(dot, entered.body(), declared);
  }

  private Symbol element(
      Pipeline pipeline, Scope scope, int iteration, Map<String, Symbol> declared) {
    ValueFacts.Element element = values.element(value(pipeline, scope), iteration);
    List<String> names = pipeline.declares();
    if (!names.isEmpty()) {
      declared.put(names.get(names.size() - 1), element.value());
    }
    if (names.size() > 1) {
      declared.put(names.get(0), element.key());
    }
    return element.value();
  }

  /** What a variable holds: the last that was assigned to it, and what may have been since. */
  private Symbol variable(String name, Scope scope) {
    if (name.equals("$")) {
      return scope.dollar();
    }
    List<Symbol> assigned = new ArrayList<>();
    for (Optional<Scope> next = Optional.of(scope); next.isPresent(); next = next.get().outer()) {
      Scope at = next.get();
      if (assignedIn(at, name, assigned)) {
        return Symbol.anyOf(assigned);
      }
      Symbol declared = at.declared().get(name);
      if (declared != null) {
        assigned.add(declared);
        return Symbol.anyOf(assigned);
      }
    }
    return Symbol.UNKNOWN;
  }

  /** Whether a body assigns a variable for certain; what it may assign is added. */
  private boolean assignedIn(Scope scope, String name, List<Symbol> assigned) {
    List<TemplateNode> body = scope.body();
    for (int i = body.size() - 1; i >= 0; i--) {
      TemplateNode node = body.get(i);
      if (node.start() >= scope.position()) {
        continue;
      }
      if (++steps > MAX_STEPS) {
        return true;
      }
      Scope here = scope.at(node.start());
      if (node instanceof Action action && action.pipeline().declares().contains(name)) {
        assigned.add(value(action.pipeline(), here));
        return true;
      }
      if (node instanceof Block block && ParsedTemplates.name(block).isEmpty()) {
        collectAssigned(here, block, name, assigned);
      }
    }
    return false;
  }

  /** What is assigned with {@code =} in a block that may have run. */
  private void collectAssigned(Scope scope, Block block, String name, List<Symbol> assigned) {
    for (int i = 0; i < block.branches().size(); i++) {
      Optional<Scope> inner = Optional.empty();
      for (TemplateNode node : block.branches().get(i).body()) {
        if (++steps > MAX_STEPS) {
          return;
        }
        if (node instanceof Action action
            && action.pipeline().assigns()
            && action.pipeline().declares().contains(name)) {
          inner = Optional.of(inner.isPresent() ? inner.get() : enter(scope, block, i, 0));
          assigned.add(value(action.pipeline(), inner.get().at(node.start())));
        } else if (node instanceof Block nested) {
          inner = Optional.of(inner.isPresent() ? inner.get() : enter(scope, block, i, 0));
          collectAssigned(inner.get().at(node.start()), nested, name, assigned);
        }
      }
    }
  }
}
