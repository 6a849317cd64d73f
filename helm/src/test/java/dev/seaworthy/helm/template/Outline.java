package dev.seaworthy.helm.template;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Writes the parts of a template in short, for tests. */
final class Outline {

  private final String text;

  private Outline(String text) {
    this.text = text;
  }

  static String of(String text) throws TemplateSyntaxException {
    return new Outline(text).nodes(TemplateReader.read(text));
  }

  private String nodes(List<TemplateNode> nodes) {
    return nodes.stream().map(this::node).collect(joining(" "));
  }

  private String node(TemplateNode node) {
    if (node instanceof TemplateNode.Action action) {
      String keyword = action.keyword().isEmpty() ? "" : action.keyword() + " ";
      return trims(action.delimiters(), keyword + pipeline(action.pipeline()));
    }
    if (node instanceof TemplateNode.Block block) {
      return block.branches().stream()
          .map(
              branch ->
                  trims(branch.open(), pipeline(branch.pipeline()))
                      + "{"
                      + nodes(branch.body())
                      + "}")
          .collect(joining(" else ", block.keyword() + " ", trims(block.close(), "")));
    }
    String written = text.substring(node.start(), node.end());
    return node instanceof TemplateNode.Comment ? "comment " + written : "'" + written + "'";
  }

  private static String trims(TemplateNode.Delimiters delimiters, String inner) {
    return (delimiters.trimsLeft() ? "-" : "") + inner + (delimiters.trimsRight() ? "-" : "");
  }

  private String pipeline(Expression.Pipeline pipeline) {
    String declares =
        pipeline.declares().isEmpty()
            ? ""
            : String.join(",", pipeline.declares()) + (pipeline.assigns() ? "=" : ":=");
    return pipeline.commands().stream()
        .map(command -> command.operands().stream().map(this::operand).collect(joining(" ")))
        .collect(joining("|", "<" + declares, ">"));
  }

  private String operand(Expression operand) {
    if (operand instanceof Expression.Group group) {
      return "(" + pipeline(group.pipeline()) + ")" + fields(group.fields());
    }
    if (operand instanceof Expression.Variable variable) {
      return variable.name() + fields(variable.fields());
    }
    if (operand instanceof Expression.Dot dot) {
      return dot.fields().isEmpty() ? "." : fields(dot.fields());
    }
    if (operand instanceof Expression.Text string) {
      return "\"" + string.value() + "\"";
    }
    return text.substring(operand.start(), operand.end());
  }

  private static String fields(List<String> fields) {
    return fields.stream().map(field -> "." + field).collect(joining());
  }
}
