package dev.seaworthy.helm.template;

import dev.seaworthy.helm.template.Expression.Command;
import dev.seaworthy.helm.template.Expression.Pipeline;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Leads calls of named templates to their marked twins, where the result comes to the output
 * through functions that treat a text with marks as they treat it without: they look at no more
 * than single characters, not at its length, its ends or whether it is empty.
 */
final class CallLeader {

  /** Verbs that write an argument as it is: without a width, flags or an index. */
  private static final Pattern PLAIN_VERB = Pattern.compile("%[%svqd]");

  private static final String TRIM = "" + Marks.TWIN + Marks.TWIN + "trim";

  private static final String SPACE =
      "\\s\\v\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}";

  /** As {@code trim} does, takes white space off both ends of a text; leaves the marks there. */
  private static final String TRIM_TEMPLATE =
      ("{{ define \"TRIM\" }}"
              + "{{ $start := regexFind `^[SPACEMARK]*` . }}{{ $rest := trimPrefix $start . }}"
              + "{{ $end := regexFind `[SPACEMARK]*$` $rest }}"
              + "{{ regexReplaceAll `[SPACE]` $start `` }}{{ trimSuffix $end $rest }}"
              + "{{ regexReplaceAll `[SPACE]` $end `` }}{{ end }}")
          .replace("TRIM", TRIM)
          .replace("SPACE", SPACE)
          .replace("MARK", "\\x{A490}-\\x{A4C6}");

  private final Set<String> names;
  private final TextEdits edits;
  private boolean trims;
  private int led;

  CallLeader(Set<String> names, TextEdits edits) {
    this.names = names;
    this.edits = edits;
  }

  /** Turns the name of a template into that of its twin. */
  void toTwin(Expression.Text name) {
    edits.insert(name.start() + 1, String.valueOf(Marks.TWIN));
  }

  /** The templates that what was changed needs. */
  String helpers() {
    return trims ? TRIM_TEMPLATE : "";
  }

  /** Leads a {@code template} action. */
  void leadTemplate(Pipeline pipeline) {
    leadIfKnown(pipeline.commands().get(0).operands().get(0));
  }

  /** Leads the calls in an action whose value is written. */
  void lead(Pipeline pipeline) {
    if (pipeline.declares().isEmpty()) {
      lead(pipeline.commands());
    }
  }

  /** Follows a value backwards through the functions that it comes through. */
  private void lead(List<Command> commands) {
    int before = led;
    int first = commands.size();
    boolean passes = true;
    while (first > 0 && passes) {
      first--;
      passes = lead(commands.get(first), first > 0);
    }
    if (led > before) {
      commands.subList(first, commands.size()).forEach(this::keepMarksWhenTrimming);
    }
  }

  private void keepMarksWhenTrimming(Command command) {
    if (command.operands().get(0) instanceof Expression.Function function
        && function.name().equals("trim")) {
      trims = true;
      edits.replace(function.start(), function.end(), "include \"" + TRIM + "\"");
    }
  }

  /**
   * Leads the calls in a command.
   *
   * @param piped whether it gets the value of the command before
   * @return whether that value comes through it
   */
  private boolean lead(Command command, boolean piped) {
    List<Expression> operands = command.operands();
    if (!(operands.get(0) instanceof Expression.Function function)) {
      lead(operands.get(0));
      return false;
    }
    if (function.name().equals("include") && operands.size() > 1) {
      leadIfKnown(operands.get(1));
      return false;
    }
    int given = operands.size() - 1;
    int arguments = given + (piped ? 1 : 0);
    IntPredicate passes = passes(function, operands, arguments);
    for (int i = 0; i < given; i++) {
      if (passes.test(i)) {
        lead(operands.get(i + 1));
      }
    }
    return piped && passes.test(given);
  }

  private void lead(Expression operand) {
    if (operand instanceof Expression.Group group && group.fields().isEmpty()) {
      lead(group.pipeline());
    }
  }

  private void leadIfKnown(Expression name) {
    if (name instanceof Expression.Text text && names.contains(text.value())) {
      toTwin(text);
      led++;
    }
  }

  /** Which arguments of a function come through with their marks, by their index from 0. */
  private static IntPredicate passes(
      Expression.Function function, List<Expression> operands, int arguments) {
    return switch (function.name()) {
      case "indent", "nindent" -> i -> i == 1;
      case "quote", "squote", "print", "toString", "lower", "upper" -> i -> true;
      case "trim" -> i -> arguments == 1;
      case "default" -> i -> i == 0;
      case "ternary" -> i -> i < 2;
      case "printf" -> i -> i > 0 && isPlainFormat(operands);
      default -> i -> false;
    };
  }

  private static boolean isPlainFormat(List<Expression> operands) {
    return operands.size() > 1
        && operands.get(1) instanceof Expression.Text format
        && PLAIN_VERB.matcher(format.value()).replaceAll("").indexOf('%') < 0;
  }
}
