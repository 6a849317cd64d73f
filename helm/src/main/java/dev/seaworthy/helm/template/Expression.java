package dev.seaworthy.helm.template;

import java.util.List;

/** What an action evaluates. Offsets as in {@link TemplateNode}. */
public sealed interface Expression {

  int start();

  int end();

  /**
   * Commands, each of which gets the value of the one before as its last argument.
   *
   * @param declares the variables before {@code :=} or {@code =}, with their {@code $}
   * @param assigns whether they are set with {@code =}
   * @param commands at least one, but for a bare {@code else}, {@code break} or {@code continue}
   */
  record Pipeline(
      int start, int end, List<String> declares, boolean assigns, List<Command> commands)
      implements Expression {
    public Pipeline {
      declares = List.copyOf(declares);
      commands = List.copyOf(commands);
    }
  }

  /** Operands: a value, or a function and its arguments. */
  record Command(int start, int end, List<Expression> operands) {
    public Command {
      operands = List.copyOf(operands);
    }
  }

  /** {@code .a.b} has the fields a and b; {@code .} has none. */
  record Dot(int start, int end, List<String> fields) implements Expression {
    public Dot {
      fields = List.copyOf(fields);
    }
  }

  /** {@code $x.a.b}, or {@code $.a} with the name {@code $}. */
  record Variable(int start, int end, String name, List<String> fields) implements Expression {
    public Variable {
      fields = List.copyOf(fields);
    }
  }

  /** {@code (pipeline).a.b}. */
  record Group(int start, int end, Pipeline pipeline, List<String> fields) implements Expression {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /** The name of a function. */
  record Function(int start, int end, String name) implements Expression {}

  /**
   * A string, in double quotes or back quotes.
   *
   * @param value what it stands for
   */
  record Text(int start, int end, String value) implements Expression {}

  /** A number, character, boolean or {@code nil}, as written. */
  record Constant(int start, int end, String written) implements Expression {}
}
