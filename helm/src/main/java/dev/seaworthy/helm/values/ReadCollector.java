package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Expression;
import dev.seaworthy.helm.template.Expression.Command;
import dev.seaworthy.helm.template.Expression.Pipeline;
import dev.seaworthy.helm.template.TemplateNode;
import dev.seaworthy.helm.template.TemplateNode.Action;
import dev.seaworthy.helm.template.TemplateNode.Block;
import dev.seaworthy.helm.template.TemplateNode.Branch;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects the top-level keys that templates read. In doubt a key counts as read. */
final class ReadCollector {

  private static final String VALUES = "Values";

  /** What {@code .} may be. */
  enum Dot {
    /** The context of a template file, with all values in it. */
    CONTEXT,
    /** All values. */
    VALUES,
    OTHER
  }

  /** Functions that read only what they name. */
  private static final Set<String> NAMING =
      Set.of("index", "get", "hasKey", "pluck", "dig", "pick");

  /** Functions that hand on what they get, or look at its kind only. */
  private static final Set<String> PASSING =
      Set.of(
          ("include template tpl dict list tuple set and or not empty default coalesce "
                  + "ternary deepCopy mustDeepCopy merge mustMerge mergeOverwrite "
                  + "mustMergeOverwrite append prepend concat kindIs kindOf typeIs typeOf "
                  + "typeIsLike first last required fail eq ne")
              .split(" "));

  private final Set<String> keys = new TreeSet<>();
  private final Set<String> names = new TreeSet<>();
  private boolean handedOn;
  private boolean all;

  /** Whether anything may be read. */
  boolean readsAll() {
    return all;
  }

  /**
   * The keys that are read. Where all values were handed on, the names of all fields in all
   * templates are among them.
   */
  Set<String> keys() {
    Set<String> read = new TreeSet<>(keys);
    if (handedOn) {
      read.addAll(names);
    }
    return read;
  }

  void collect(List<TemplateNode> nodes, Dot dot, Dot dollar) {
    for (TemplateNode node : nodes) {
      if (node instanceof Action action) {
        Kinds kinds = new Kinds(dot, dollar);
        collect(action.pipeline(), kinds);
        boolean isWritten = action.keyword().isEmpty() && action.pipeline().declares().isEmpty();
        all |= isWritten && kinds.of(action.pipeline()) != Dot.OTHER;
      } else if (node instanceof Block block && ParsedTemplates.name(block).isEmpty()) {
        block.branches().forEach(branch -> collect(block, branch, new Kinds(dot, dollar)));
      }
    }
  }

  private void collect(Block block, Branch branch, Kinds kinds) {
    collect(branch.pipeline(), kinds);
    Dot value = kinds.of(branch.pipeline());
    boolean hasValue = !branch.pipeline().commands().isEmpty();
    Dot inside = kinds.dot();
    if (hasValue && block.keyword().equals("range")) {
      all |= value != Dot.OTHER;
      inside = Dot.OTHER;
    } else if (hasValue && block.keyword().equals("with")) {
      inside = value;
    }
    collect(branch.body(), inside, kinds.dollar());
  }

  private void collect(Pipeline pipeline, Kinds kinds) {
    handedOn |= !pipeline.declares().isEmpty() && kinds.of(pipeline) == Dot.VALUES;
    Dot piped = Dot.OTHER;
    for (Command command : pipeline.commands()) {
      List<Expression> operands = command.operands();
      operands.forEach(operand -> collect(operand, kinds));
      if (operands.get(0) instanceof Expression.Function function) {
        List<Dot> arguments = operands.subList(1, operands.size()).stream().map(kinds::of).toList();
        take(function.name(), operands, arguments);
        take(function.name(), operands, List.of(piped));
        piped = Dot.OTHER;
      } else {
        piped = operands.size() == 1 ? kinds.of(operands.get(0)) : Dot.OTHER;
      }
    }
  }

  /** A function gets arguments, of which some may be all values. */
  private void take(String function, List<Expression> operands, List<Dot> arguments) {
    boolean values = arguments.contains(Dot.VALUES);
    if (!values && !arguments.contains(Dot.CONTEXT)) {
      return;
    }
    if (NAMING.contains(function)) {
      takeNamed(function, operands, values);
    } else if (PASSING.contains(function)) {
      handedOn |= values;
    } else {
      all = true;
    }
  }

  /** A function that reads what it names; a name that is not written may be any. */
  private void takeNamed(String function, List<Expression> operands, boolean values) {
    List<Expression> named =
        operands.subList(1, operands.size()).stream().filter(ReadCollector::mayName).toList();
    List<Expression> decisive = function.equals("pick") ? named : named.stream().limit(1).toList();
    all |= named.isEmpty() || decisive.stream().anyMatch(operand -> !isWritten(operand));
    for (Expression operand : named) {
      if (operand instanceof Expression.Text text) {
        keys.add(text.value());
        handedOn |= !values && text.value().equals(VALUES);
      }
    }
  }

  private static boolean mayName(Expression operand) {
    boolean isBare = operand instanceof Expression.Dot dot && dot.fields().isEmpty();
    boolean isRoot =
        operand instanceof Expression.Variable variable
            && variable.name().equals("$")
            && variable.fields().isEmpty();
    boolean isValues =
        operand instanceof Expression.Dot dot && Kinds.endsWithValues(dot.fields())
            || operand instanceof Expression.Variable named && Kinds.endsWithValues(named.fields());
    return !isBare && !isRoot && !isValues;
  }

  private static boolean isWritten(Expression operand) {
    return operand instanceof Expression.Text || operand instanceof Expression.Constant;
  }

  private void collect(Expression operand, Kinds kinds) {
    if (operand instanceof Expression.Dot dot) {
      collect(dot.fields(), kinds.dot());
    } else if (operand instanceof Expression.Variable variable) {
      collect(variable.fields(), variable.name().equals("$") ? kinds.dollar() : Dot.OTHER);
    } else if (operand instanceof Expression.Group group) {
      collect(group.pipeline(), kinds);
      collect(group.fields(), kinds.of(group.pipeline()));
    } else if (operand instanceof Expression.Text text) {
      names.add(text.value());
    }
  }

  private void collect(List<String> fields, Dot from) {
    names.addAll(fields);
    if (from == Dot.VALUES && !fields.isEmpty()) {
      keys.add(fields.get(0));
    }
    int values = fields.indexOf(VALUES);
    if (values >= 0 && values + 1 < fields.size()) {
      keys.add(fields.get(values + 1));
    }
  }

  /** Tells what expressions are, where {@code .} and {@code $} are known. */
  record Kinds(Dot dot, Dot dollar) {

    Dot of(Pipeline pipeline) {
      boolean single =
          pipeline.commands().size() == 1 && pipeline.commands().get(0).operands().size() == 1;
      return single ? of(pipeline.commands().get(0).operands().get(0)) : Dot.OTHER;
    }

    Dot of(Expression operand) {
      if (operand instanceof Expression.Dot at) {
        return of(dot, at.fields());
      }
      if (operand instanceof Expression.Variable variable) {
        return of(variable.name().equals("$") ? dollar : Dot.OTHER, variable.fields());
      }
      return operand instanceof Expression.Group group
          ? of(of(group.pipeline()), group.fields())
          : Dot.OTHER;
    }

    private static Dot of(Dot from, List<String> fields) {
      if (fields.isEmpty()) {
        return from;
      }
      return endsWithValues(fields) ? Dot.VALUES : Dot.OTHER;
    }

    private static boolean endsWithValues(List<String> fields) {
      return !fields.isEmpty() && fields.get(fields.size() - 1).equals(VALUES);
    }
  }
}
