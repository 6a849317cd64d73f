package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Trees as text: operators as calls, steps in brackets, so that the structure can be seen. */
final class SyntaxText {

  private SyntaxText() {}

  static String term(String text) throws RegoException {
    return of(RegoParser.parseTerm(text));
  }

  static String query(String text) throws RegoException {
    return of(RegoParser.parseQuery(text, RegoVersion.V1));
  }

  /** The rules of a module of v1, one a line. */
  static String rules(String text) throws RegoException {
    return rules(text, RegoVersion.V1);
  }

  static String rules(String text, RegoVersion version) throws RegoException {
    return RegoParser.parseModule("test.rego", "package test\n" + text, version).rules().stream()
        .map(SyntaxText::of)
        .collect(Collectors.joining("\n"));
  }

  static String of(Rule rule) {
    Rule.Head head = rule.head();
    String arguments = head.kind() == Rule.Kind.FUNCTION ? "(" + terms(head.arguments()) + ")" : "";
    return (rule.isDefault() ? "default " : "")
        + of(head.ref())
        + arguments
        + head.key().map(key -> " contains " + of(key)).orElse("")
        + head.value().map(value -> " := " + of(value)).orElse("")
        + (rule.body().statements().isEmpty() ? "" : " if { " + of(rule.body()) + " }")
        + rule.otherwise().map(otherwise -> " else " + of(otherwise)).orElse("");
  }

  static String of(Body body) {
    return body.statements().stream().map(SyntaxText::of).collect(Collectors.joining("; "));
  }

  static String of(Statement statement) {
    return (statement.negated() ? "not " : "") + of(statement.kind()) + withs(statement.withs());
  }

  private static String withs(List<Statement.With> withs) {
    return withs.stream()
        .map(with -> " with " + of(with.target()) + " as " + of(with.value()))
        .collect(Collectors.joining());
  }

  private static String of(Statement.Kind kind) {
    if (kind instanceof Statement.Holds holds) {
      return of(holds.term());
    }
    if (kind instanceof Statement.Unify unify) {
      return of(unify.left()) + " = " + of(unify.right());
    }
    if (kind instanceof Statement.Assign assign) {
      return of(assign.target()) + " := " + of(assign.value());
    }
    if (kind instanceof Statement.Some some) {
      return "some " + terms(some.vars());
    }
    if (kind instanceof Statement.SomeIn some) {
      return "some " + keyed(some.key(), some.value()) + " in " + of(some.collection());
    }
    Statement.Every every = (Statement.Every) kind;
    return "every "
        + keyed(every.key(), every.value())
        + " in "
        + of(every.domain())
        + " { "
        + of(every.body())
        + " }";
  }

  private static String keyed(Optional<? extends Term> key, Term value) {
    return key.map(term -> of(term) + ", ").orElse("") + of(value);
  }

  private static String terms(List<? extends Term> terms) {
    return terms.stream().map(SyntaxText::of).collect(Collectors.joining(", "));
  }

  static String of(Term term) {
    if (term instanceof Term.Scalar scalar) {
      return scalar.value().toString();
    }
    if (term instanceof Term.Var var) {
      return var.name();
    }
    if (term instanceof Term.Ref ref) {
      return of(ref.head())
          + ref.path().stream().map(step -> "[" + of(step) + "]").collect(Collectors.joining());
    }
    if (term instanceof Term.Call call) {
      return of(call.function()) + "(" + terms(call.arguments()) + ")";
    }
    if (term instanceof Term.Array array) {
      return "[" + terms(array.items()) + "]";
    }
    if (term instanceof Term.SetOf set) {
      return set.items().isEmpty() ? "set()" : "{" + terms(set.items()) + "}";
    }
    if (term instanceof Term.ObjectOf object) {
      return object.members().stream()
          .map(member -> of(member.key()) + ": " + of(member.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (term instanceof Term.ArrayComprehension array) {
      return "[" + of(array.head()) + " | " + of(array.body()) + "]";
    }
    if (term instanceof Term.SetComprehension set) {
      return "{" + of(set.head()) + " | " + of(set.body()) + "}";
    }
    if (term instanceof Term.ObjectComprehension object) {
      return "{" + of(object.key()) + ": " + of(object.value()) + " | " + of(object.body()) + "}";
    }
    return ((Term.Template) term)
        .parts().stream()
            .map(part -> of(part.term()) + withs(part.withs()))
            .collect(Collectors.joining(", ", "$(", ")"));
  }
}
