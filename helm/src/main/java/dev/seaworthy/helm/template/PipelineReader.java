package dev.seaworthy.helm.template;

import dev.seaworthy.helm.template.Expression.Command;
import dev.seaworthy.helm.template.Expression.Pipeline;
import dev.seaworthy.helm.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands in actions. */
final class PipelineReader {

  private final Tokens tokens;

  PipelineReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a pipeline up to what ends it. As in Go, the last command may be followed by a bar.
   *
   * @param context what it is part of, for messages
   * @param end the token that ends it, which is not read
   */
  Pipeline read(String context, Kind end) throws TemplateSyntaxException {
    Token first = tokens.peek();
    List<String> declares = new ArrayList<>();
    boolean assigns = readDeclarations(context, declares);
    List<Command> commands = new ArrayList<>();
    if (tokens.peek().is(end)) {
      throw tokens.error("missing value for " + context);
    }
    do {
      commands.add(readCommand(context));
    } while (tokens.accept(Kind.PIPE) && !tokens.peek().is(end));
    if (!tokens.peek().is(end)) {
      throw tokens.peek().unexpected(context);
    }
    return new Pipeline(first.start(), tokens.lastEnd(), declares, assigns, commands);
  }

  /** Reads {@code $x :=}, {@code $x =} or {@code $k, $v :=}; tells whether it is {@code =}. */
  private boolean readDeclarations(String context, List<String> declares)
      throws TemplateSyntaxException {
    if (!tokens.peek().is(Kind.VARIABLE)) {
      return false;
    }
    Token after = tokens.peekSecond();
    if (after.is(Kind.COMMA)) {
      if (!context.equals("range")) {
        throw tokens.error("too many declarations in " + context);
      }
      declares.add(tokens.next().value());
      tokens.next();
      if (!tokens.peek().is(Kind.VARIABLE)) {
        throw tokens.error("range can only initialize variables");
      }
      after = tokens.peekSecond();
    }
    if (after.is(Kind.DECLARE) || after.is(Kind.ASSIGN)) {
      declares.add(tokens.next().value());
      return tokens.next().is(Kind.ASSIGN);
    }
    return false;
  }

  private Command readCommand(String context) throws TemplateSyntaxException {
    int start = tokens.peek().start();
    List<Expression> operands = new ArrayList<>();
    do {
      if (!tokens.peek().startsOperand()) {
        throw tokens.peek().unexpected(context);
      }
      operands.add(readOperand());
    } while (tokens.peek().followsSpace() && tokens.peek().startsOperand());
    if (tokens.peek().startsOperand()) {
      throw tokens.peek().unexpected("operand");
    }
    return new Command(start, tokens.lastEnd(), operands);
  }

  private Expression readOperand() throws TemplateSyntaxException {
    Token token = tokens.next();
    int start = token.start();
    switch (token.kind()) {
      case DOT:
        refuseFields();
        return new Expression.Dot(start, token.end(), List.of());
      case FIELD:
        List<String> path = new ArrayList<>(List.of(token.value()));
        path.addAll(readFields());
        return new Expression.Dot(start, tokens.lastEnd(), path);
      case VARIABLE:
        List<String> fields = readFields();
        return new Expression.Variable(start, tokens.lastEnd(), token.value(), fields);
      case STRING:
        refuseFields();
        return new Expression.Text(start, token.end(), token.value());
      case LEFT_PAREN:
        return readGroup(token);
      default:
        return readConstantOrFunction(token);
    }
  }

  private Expression readGroup(Token open) throws TemplateSyntaxException {
    tokens.enter(open);
    Pipeline pipeline = read("parenthesized pipeline", Kind.RIGHT_PAREN);
    tokens.next();
    tokens.leave();
    List<String> fields = readFields();
    return new Expression.Group(open.start(), tokens.lastEnd(), pipeline, fields);
  }

  private Expression readConstantOrFunction(Token token) throws TemplateSyntaxException {
    if (token.isConstant()) {
      refuseFields();
      return new Expression.Constant(token.start(), token.end(), token.value());
    }
    var function = new Expression.Function(token.start(), token.end(), token.value());
    List<String> fields = readFields();
    if (fields.isEmpty()) {
      return function;
    }
    Command call = new Command(token.start(), token.end(), List.of(function));
    Pipeline pipeline = new Pipeline(token.start(), token.end(), List.of(), false, List.of(call));
    return new Expression.Group(token.start(), tokens.lastEnd(), pipeline, fields);
  }

  private List<String> readFields() {
    List<String> fields = new ArrayList<>();
    while (atField()) {
      fields.add(tokens.next().value());
    }
    return fields;
  }

  private boolean atField() {
    return tokens.peek().is(Kind.FIELD) && !tokens.peek().followsSpace();
  }

  private void refuseFields() throws TemplateSyntaxException {
    if (atField()) {
      throw tokens.error("unexpected . after term");
    }
  }
}
