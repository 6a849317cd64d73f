package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;

/** An expression that stands for a value. */
public sealed interface Term {

  RegoLocation location();

  /** A constant: null, a boolean, a number or a string. */
  record Scalar(RegoValue value, RegoLocation location) implements Term {}

  /**
   * A variable.
   *
   * @param name the name; each wildcard {@code _} of a module has a name of its own that starts
   *     with {@code $}
   */
  record Var(String name, RegoLocation location) implements Term {
    public boolean isWildcard() {
      return name.startsWith("$");
    }
  }

  /**
   * A reference such as {@code input.a[i].b}.
   *
   * @param head what it starts from: a variable, or any other term, such as a call
   * @param path the steps; {@code .b} is a string constant. At least one
   */
  record Ref(Term head, List<Term> path, RegoLocation location) implements Term {
    public Ref {
      path = List.copyOf(path);
    }
  }

  /** {@code [a, b]}. */
  record Array(List<Term> items, RegoLocation location) implements Term {
    public Array {
      items = List.copyOf(items);
    }
  }

  /** <code>{a, b}</code>, or {@code set()}. */
  record SetOf(List<Term> items, RegoLocation location) implements Term {
    public SetOf {
      items = List.copyOf(items);
    }
  }

  /** <code>{k: v}</code>. */
  record ObjectOf(List<Member> members, RegoLocation location) implements Term {
    public ObjectOf {
      members = List.copyOf(members);
    }
  }

  /** A key and its value. */
  record Member(Term key, Term value) {}

  /** {@code [head | body]}. */
  record ArrayComprehension(Term head, Body body, RegoLocation location) implements Term {}

  /** <code>{head | body}</code>. */
  record SetComprehension(Term head, Body body, RegoLocation location) implements Term {}

  /** <code>{key: value | body}</code>. */
  record ObjectComprehension(Term key, Term value, Body body, RegoLocation location)
      implements Term {}

  /**
   * A call, infix operators included: {@code a + b} is a call of {@code plus}.
   *
   * @param function the name: a variable, or a reference whose path is strings; anything else that
   *     was written before the parentheses is no function
   */
  record Call(Term function, List<Term> arguments, RegoLocation location) implements Term {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** The name with dots, such as {@code json.marshal}; steps that are no names in brackets. */
    public String name() {
      return Names.of(function);
    }
  }

  /**
   * An interpolated string.
   *
   * @param parts in order, no text between two expressions being left out
   */
  record Template(List<Part> parts, RegoLocation location) implements Term {
    public Template {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of an interpolated string.
   *
   * @param term the text as a constant, or an expression
   * @param withs what the expression is evaluated under, in order
   */
  record Part(Term term, List<Statement.With> withs) {
    public Part {
      withs = List.copyOf(withs);
    }
  }
}
