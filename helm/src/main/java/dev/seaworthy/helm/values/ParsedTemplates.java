package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Expression;
import dev.seaworthy.helm.template.TemplateNode;
import dev.seaworthy.helm.template.TemplateNode.Block;
import dev.seaworthy.helm.template.TemplateReader;
import dev.seaworthy.helm.template.TemplateSyntaxException;
import dev.seaworthy.source.SourceText;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates of a chart and its subcharts, read once. Immutable. */
public final class ParsedTemplates {

  private final Map<String, List<TemplateNode>> files = new LinkedHashMap<>();
  private final Map<String, Block> named = new HashMap<>();
  private final boolean complete;

  private ParsedTemplates(Collection<SourceText> templates) {
    boolean all = true;
    for (SourceText template : templates) {
      try {
        List<TemplateNode> nodes = TemplateReader.read(template.text());
        files.put(template.name(), nodes);
        collect(nodes);
      } catch (TemplateSyntaxException e) {
        all = false;
      }
    }
    complete = all;
  }

  /**
   * Reads templates. What cannot be read is left out: Helm tells the user.
   *
   * @param templates all template files, each with a name of its own
   */
  public static ParsedTemplates of(Collection<SourceText> templates) {
    return new ParsedTemplates(templates);
  }

  private void collect(List<TemplateNode> nodes) {
    for (TemplateNode node : nodes) {
      if (node instanceof Block block) {
        name(block).ifPresent(name -> named.put(name, block));
        block.branches().forEach(branch -> collect(branch.body()));
      }
    }
  }

  /** The name of a {@code define} or {@code block}. */
  static Optional<String> name(Block block) {
    boolean isNamed = block.keyword().equals("define") || block.keyword().equals("block");
    return isNamed
            && block.branches().get(0).pipeline().commands().get(0).operands().get(0)
                instanceof Expression.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** Whether all files could be read. */
  boolean isComplete() {
    return complete;
  }

  /** What a file holds; nothing if it could not be read. */
  List<TemplateNode> file(String name) {
    return files.getOrDefault(name, List.of());
  }

  Collection<List<TemplateNode>> files() {
    return files.values();
  }

  /** The named templates by their names; of several with one name any. */
  Map<String, Block> named() {
    return named;
  }
}
