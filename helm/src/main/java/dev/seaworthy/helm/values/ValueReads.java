package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Expression;
import dev.seaworthy.helm.template.Expression.Command;
import dev.seaworthy.helm.template.Expression.Pipeline;
import dev.seaworthy.helm.template.TemplateNode;
import dev.seaworthy.helm.template.TemplateNode.Action;
import dev.seaworthy.helm.template.TemplateNode.Block;
import dev.seaworthy.helm.template.TemplateReader;
import dev.seaworthy.helm.template.TemplateSyntaxException;
import dev.seaworthy.helm.values.ReadCollector.Dot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which keys at the top of a chart's values its templates read. */
public final class ValueReads {

  private final ParsedTemplates templates;
  private final ReadCollector reads = new ReadCollector();

  /** The named templates that may get the context of a file, in which all values are. */
  private final Set<String> withContext = new HashSet<>();

  private ValueReads(ParsedTemplates templates) {
    this.templates = templates;
  }

  /**
   * The keys that may be read. In doubt a key is among them: no key that is read is missing.
   *
   * @param templates all templates that are rendered together, also those of parents, subcharts and
   *     libraries, whose named templates the chart may use
   * @param own the names of the chart's own template files
   * @param texts what may be rendered as a template with {@code tpl}: the texts of values files and
   *     of the chart's other files
   * @return nothing if any key may be read
   */
  public static Optional<Set<String>> topLevelKeys(
      ParsedTemplates templates, Collection<String> own, Collection<String> texts) {
    if (!templates.isComplete()) {
      return Optional.empty();
    }
    ValueReads reads = new ValueReads(templates);
    reads.findContexts(own);
    own.forEach(file -> reads.reads.collect(templates.file(file), Dot.CONTEXT, Dot.CONTEXT));
    templates.named().forEach(reads::collectNamed);
    for (String text : texts) {
      if (!reads.collectText(text)) {
        return Optional.empty();
      }
    }
    return reads.reads.readsAll() ? Optional.empty() : Optional.of(reads.reads.keys());
  }

  private void collectNamed(String name, Block define) {
    Dot context = withContext.contains(name) ? Dot.CONTEXT : Dot.OTHER;
    reads.collect(define.branches().get(0).body(), context, context);
  }

  /** Whether a text could be read as far as it is a template. */
  private boolean collectText(String text) {
    if (!text.contains("{{")) {
      return true;
    }
    try {
      reads.collect(TemplateReader.read(text), Dot.CONTEXT, Dot.CONTEXT);
      return true;
    } catch (TemplateSyntaxException e) {
      return !text.contains("Values");
    }
  }

  /** Follows calls from the files on, until no more named templates are found. */
  private void findContexts(Collection<String> own) {
    own.forEach(file -> findCalls(templates.file(file), Dot.CONTEXT, Dot.CONTEXT));
    int before;
    do {
      before = withContext.size();
      for (Map.Entry<String, Block> named : templates.named().entrySet()) {
        if (withContext.contains(named.getKey())) {
          findCalls(named.getValue().branches().get(0).body(), Dot.CONTEXT, Dot.CONTEXT);
        }
      }
    } while (withContext.size() > before);
  }

  private void findCalls(List<TemplateNode> nodes, Dot dot, Dot dollar) {
    ReadCollector.Kinds kinds = new ReadCollector.Kinds(dot, dollar);
    for (TemplateNode node : nodes) {
      if (node instanceof Action action) {
        if (action.keyword().equals("template")) {
          addCall(action.pipeline().commands().get(0).operands(), 0, kinds);
        }
        findCalls(action.pipeline(), kinds);
      } else if (node instanceof Block block) {
        Optional<String> name = ParsedTemplates.name(block);
        if (block.keyword().equals("block")) {
          addCall(block.branches().get(0).pipeline().commands().get(0).operands(), 0, kinds);
        }
        for (int i = 0; i < block.branches().size() && name.isEmpty(); i++) {
          Pipeline pipeline = block.branches().get(i).pipeline();
          findCalls(pipeline, kinds);
          boolean moves = List.of("with", "range").contains(block.keyword());
          Dot inside = moves && !pipeline.commands().isEmpty() ? kinds.of(pipeline) : dot;
          findCalls(block.branches().get(i).body(), inside, dollar);
        }
      }
    }
  }

  private void findCalls(Pipeline pipeline, ReadCollector.Kinds kinds) {
    for (int i = 0; i < pipeline.commands().size(); i++) {
      Command command = pipeline.commands().get(i);
      List<Expression> operands = command.operands();
      if (operands.get(0) instanceof Expression.Function function
          && function.name().equals("include")) {
        boolean piped = i > 0;
        if (piped && operands.size() == 2) {
          add(operands.get(1));
        } else {
          addCall(operands, 1, kinds);
        }
      }
      for (Expression operand : operands) {
        if (operand instanceof Expression.Group group) {
          findCalls(group.pipeline(), kinds);
        }
      }
    }
  }

  private void addCall(List<Expression> operands, int name, ReadCollector.Kinds kinds) {
    boolean handsOn =
        operands.size() > name + 1 && kinds.of(operands.get(name + 1)) != Dot.OTHER
            || operands.size() > name + 1 && operands.get(name + 1) instanceof Expression.Variable
            || operands.size() > name + 1 && operands.get(name + 1) instanceof Expression.Group;
    if (handsOn) {
      add(operands.get(name));
    }
  }

  /** A name that is not written may be any. */
  private void add(Expression name) {
    if (name instanceof Expression.Text text) {
      withContext.add(text.value());
    } else {
      withContext.addAll(templates.named().keySet());
    }
  }
}
