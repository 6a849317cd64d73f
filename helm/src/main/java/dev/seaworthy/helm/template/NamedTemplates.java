package dev.seaworthy.helm.template;

import dev.seaworthy.helm.template.TemplateNode.Block;
import java.util.List;
import java.util.Set;

/** What {@code define} and {@code block} name. */
final class NamedTemplates {

  private NamedTemplates() {}

  static boolean isNamed(Block block) {
    return block.keyword().equals("define") || block.keyword().equals("block");
  }

  static Expression.Text name(Block block) {
    return (Expression.Text) block.branches().get(0).pipeline().commands().get(0).operands().get(0);
  }

  /** Adds the names of all named templates among nodes and in them. */
  static void collect(List<TemplateNode> nodes, Set<String> names) {
    for (TemplateNode node : nodes) {
      if (node instanceof Block block) {
        if (isNamed(block)) {
          names.add(name(block).value());
        }
        block.branches().forEach(branch -> collect(branch.body(), names));
      }
    }
  }

  /**
   * Whether a body counts as empty for Go, which then keeps another template of the same name: it
   * has white space and comments only.
   */
  static boolean isEmpty(List<TemplateNode> body, String text) {
    return body.stream()
        .allMatch(
            node ->
                node instanceof TemplateNode.Comment
                    || node instanceof TemplateNode.Text
                        && Blanks.skip(text, node.start(), node.end()) == node.end());
  }
}
