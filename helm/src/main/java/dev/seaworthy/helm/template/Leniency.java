package dev.seaworthy.helm.template;

import dev.seaworthy.helm.template.Expression.Command;
import dev.seaworthy.helm.template.Expression.Pipeline;
import dev.seaworthy.helm.template.TemplateNode.Action;
import dev.seaworthy.helm.template.TemplateNode.Block;
import java.util.List;

/**
 * Changes calls of {@code required} and {@code fail} so that they cannot fail.
 *
 * <p>{@code required} refuses what is absent and the empty text, and passes all else on, such as 0
 * and {@code false}; so it cannot become a {@code default}.
 */
final class Leniency {

  private static final String VALUE = "first (without (list ";
  private static final String OR_EMPTY = " \"\") nil)";

  private final TextEdits edits;

  Leniency(TextEdits edits) {
    this.edits = edits;
  }

  void apply(List<TemplateNode> nodes) {
    for (TemplateNode node : nodes) {
      if (node instanceof Action action) {
        apply(action.pipeline());
      } else if (node instanceof Block block) {
        for (TemplateNode.Branch branch : block.branches()) {
          apply(branch.pipeline());
          apply(branch.body());
        }
      }
    }
  }

  private void apply(Pipeline pipeline) {
    List<Command> commands = pipeline.commands();
    for (int i = commands.size() - 1; i >= 0; i--) {
      Command command = commands.get(i);
      List<Expression> operands = command.operands();
      boolean required = isCall(command, "required");
      if (required && operands.size() == 3 && i == 0) {
        Expression value = operands.get(2);
        edits.replace(command.start(), value.start(), VALUE);
        apply(value);
        edits.insert(value.end(), OR_EMPTY);
      } else if (required && operands.size() == 2 && i > 0) {
        edits.insert(commands.get(0).start(), VALUE + "(");
        edits.replace(commands.get(i - 1).end(), command.end(), ")" + OR_EMPTY);
      } else {
        if (isCall(command, "fail")) {
          edits.replace(operands.get(0).start(), operands.get(0).end(), "trunc 0");
        }
        operands.forEach(this::apply);
      }
    }
  }

  private void apply(Expression operand) {
    if (operand instanceof Expression.Group group) {
      apply(group.pipeline());
    }
  }

  private static boolean isCall(Command command, String name) {
    return command.operands().get(0) instanceof Expression.Function function
        && function.name().equals(name);
  }
}
