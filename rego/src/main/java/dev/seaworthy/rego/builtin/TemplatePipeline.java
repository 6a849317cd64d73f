package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pipeline of an action in a template. What is missing is null. */
final class TemplatePipeline {

  private final Call call;
  private final TemplateSyntax.Piece piece;
  private final @Nullable RegoValue dot;
  private final Deque<Map<String, RegoValue>> scopes;
  private final List<String> variables = new ArrayList<>();
  private boolean declares;
  private int at;

  TemplatePipeline(
      Call call,
      TemplateSyntax.Piece piece,
      int start,
      @Nullable RegoValue dot,
      Deque<Map<String, RegoValue>> scopes) {
    this.call = call;
    this.piece = piece;
    this.dot = dot;
    this.scopes = scopes;
    this.at = start;
    readVariables();
  }

  /** Reads {@code $x :=}, {@code $x =} and {@code $i, $x :=}. */
  private void readVariables() {
    int end = at;
    List<String> names = new ArrayList<>();
    while (token(end).startsWith("$")) {
      names.add(token(end++));
      if (token(end).equals(",")) {
        end++;
      }
    }
    if (token(end).equals(":=") || token(end).equals("=")) {
      declares = token(end).equals(":=");
      variables.addAll(names);
      at = end + 1;
    }
  }

  private String token(int index) {
    return index < piece.tokens().size() ? piece.tokens().get(index) : "";
  }

  boolean isAssignment() {
    return !variables.isEmpty();
  }

  @Nullable RegoValue evaluate() throws BuiltinException {
    RegoValue value = pipeline();
    if (at < piece.tokens().size()) {
      throw GoTemplate.problem("unexpected <" + token(at) + "> in command");
    }
    if (isAssignment()) {
      assign(variables.get(0), value);
    }
    return value;
  }

  @Nullable RegoValue evaluateRange() throws BuiltinException {
    return pipeline();
  }

  /** Binds the variables of a range, of which the last one is the item. */
  void bind(RegoValue key, RegoValue item) {
    if (variables.size() == 1) {
      assign(variables.get(0), item);
    } else if (variables.size() == 2) {
      assign(variables.get(0), key);
      assign(variables.get(1), item);
    }
  }

  private void assign(String name, @Nullable RegoValue value) {
    RegoValue assigned = value == null ? RegoNull.NULL : value;
    for (Map<String, RegoValue> scope : scopes) {
      if (!declares && scope.containsKey(name)) {
        scope.put(name, assigned);
        return;
      }
    }
    scopes.element().put(name, assigned);
  }

  private @Nullable RegoValue pipeline() throws BuiltinException {
    RegoValue value = command(new ArrayList<>(), null);
    while (token(at).equals("|")) {
      at++;
      value = command(new ArrayList<>(), new @Nullable RegoValue[] {value});
    }
    return value;
  }

  /** A function with its arguments, of which the last may come from the pipeline, or a value. */
  private @Nullable RegoValue command(
      List<@Nullable RegoValue> arguments, @Nullable RegoValue @Nullable [] piped)
      throws BuiltinException {
    String first = token(at);
    boolean function = TemplateFunctions.isName(first);
    if (function) {
      at++;
    }
    while (at < piece.tokens().size() && !token(at).equals("|") && !token(at).equals(")")) {
      arguments.add(operand());
    }
    if (piped != null) {
      arguments.add(piped[0]);
    }
    if (function) {
      return TemplateFunctions.apply(call, first, arguments);
    }
    if (arguments.size() != 1) {
      throw GoTemplate.problem(
          arguments.isEmpty()
              ? "missing value for command"
              : "can't give argument to non-function " + first);
    }
    return arguments.get(0);
  }

  private @Nullable RegoValue operand() throws BuiltinException {
    String token = token(at++);
    RegoValue value;
    if (token.equals("(")) {
      value = pipeline();
      if (!token(at++).equals(")")) {
        throw GoTemplate.problem("unclosed left paren");
      }
    } else if (token.equals(".")) {
      value = dot;
    } else if (token.startsWith(".") && token.length() > 1) {
      value = field(dot, token.substring(1));
    } else if (token.startsWith("$")) {
      value = variable(token);
    } else {
      return literal(token);
    }
    while (token(at).startsWith(".") && token(at).length() > 1 && !piece.spaced().get(at)) {
      value = field(value, token(at++).substring(1));
    }
    return value;
  }

  private RegoValue variable(String name) throws BuiltinException {
    for (Map<String, RegoValue> scope : scopes) {
      if (scope.containsKey(name)) {
        return Objects.requireNonNull(scope.get(name));
      }
    }
    throw GoTemplate.problem("undefined variable \"" + name + "\"");
  }

  private static @Nullable RegoValue field(@Nullable RegoValue value, String name)
      throws BuiltinException {
    if (value instanceof RegoObject object) {
      return object.get(name);
    }
    if (value == null) {
      return null;
    }
    throw GoTemplate.problem(
        value == RegoNull.NULL
            ? "nil pointer evaluating interface {}." + name
            : "can't evaluate field " + name + " in type interface {}");
  }

  private RegoValue literal(String token) throws BuiltinException {
    char first = token.charAt(0);
    if (first == '`') {
      return new RegoString(token.substring(1, token.length() - 1));
    }
    if (first == '"') {
      return JsonFunctions.unmarshal(call, token);
    }
    switch (token) {
      case "true":
        return RegoBoolean.TRUE;
      case "false":
        return RegoBoolean.FALSE;
      case "nil":
        return RegoNull.NULL;
      default:
        break;
    }
    try {
      return Numbers.parse(token);
    } catch (NumberFormatException e) {
      throw GoTemplate.problem(
          Character.isLetter(first)
              ? "function \"" + token + "\" not defined"
              : "unexpected <" + token + "> in operand");
    }
  }

  /** Whether an {@code if} holds: not for zeros and what is empty. */
  static boolean isTrue(@Nullable RegoValue value) {
    if (value == null || value == RegoNull.NULL || value == RegoBoolean.FALSE) {
      return false;
    }
    if (value instanceof RegoNumber number) {
      return number.signum() != 0;
    }
    if (value instanceof RegoString string) {
      return !string.value().isEmpty();
    }
    if (value instanceof RegoObject object) {
      return object.size() > 0;
    }
    List<RegoValue> items = Call.itemsOf(value);
    return items == null || !items.isEmpty();
  }

  /** A value as Go prints it. */
  static String print(Call call, @Nullable RegoValue value) {
    call.spend(1);
    if (value == null) {
      return "<undefined>";
    }
    if (value == RegoNull.NULL) {
      return "<no value>";
    }
    if (value instanceof RegoString string) {
      return string.value();
    }
    List<String> parts = new ArrayList<>();
    if (value instanceof RegoObject object) {
      for (RegoValue key : object.keys()) {
        parts.add(print(call, key) + ":" + print(call, object.get(key)));
      }
      return "map[" + String.join(" ", parts) + "]";
    }
    List<RegoValue> items = Call.itemsOf(value);
    if (items == null) {
      return value.toString();
    }
    for (RegoValue item : items) {
      parts.add(item == RegoNull.NULL ? "<nil>" : print(call, item));
    }
    return "[" + String.join(" ", parts) + "]";
  }
}
