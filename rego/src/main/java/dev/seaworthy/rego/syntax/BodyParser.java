package dev.seaworthy.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses bodies and the statements in them. */
final class BodyParser {

  private static final String SOME_IN = "expected `x in xs` or `x, y in xs` expression";
  private static final String EVERY_IN = "expected `x[, y] in xs { ... }` expression";

  private final TokenStream in;
  private final TermParser terms;

  BodyParser(TokenStream in, RegoVersion version) {
    this.in = in;
    this.terms = new TermParser(in, version, this);
  }

  TermParser terms() {
    return terms;
  }

  /** Parses a body in braces, which are part of its place. */
  Body block() {
    Token start = in.next();
    requireStatement(TokenKind.RIGHT_BRACE);
    List<Statement> statements = statementsAfter(List.of(), TokenKind.RIGHT_BRACE);
    in.next();
    return new Body(statements, in.since(start));
  }

  /**
   * Parses the body of a comprehension and the bracket after it. Empty if a comma follows a lone
   * term: the bar was an operator then.
   */
  Optional<Body> comprehensionBody(TokenKind end) {
    requireStatement(end);
    Token start = in.token();
    in.enter();
    Statement first = statement();
    in.leave();
    boolean lone =
        first.kind() instanceof Statement.Holds && !first.negated() && first.withs().isEmpty();
    if (lone && in.at(TokenKind.COMMA)) {
      return Optional.empty();
    }
    List<Statement> statements = statementsAfter(List.of(first), end);
    Body body = new Body(statements, in.since(start));
    in.next();
    return Optional.of(body);
  }

  private void requireStatement(TokenKind end) {
    if (in.at(end)) {
      throw in.failure(in.token(), "found empty body");
    }
  }

  private List<Statement> statementsAfter(List<Statement> parsed, TokenKind end) {
    List<Statement> statements = new ArrayList<>(parsed);
    in.enter();
    while (statements.isEmpty() || continues(end)) {
      statements.add(statement());
    }
    in.leave();
    return statements;
  }

  private boolean continues(TokenKind end) {
    if (in.accept(TokenKind.SEMICOLON)) {
      return true;
    }
    if (in.at(end)) {
      return false;
    }
    if (!in.token().onNewLine()) {
      throw in.unexpected("expected \\n or " + TokenKind.SEMICOLON + " or " + end);
    }
    return true;
  }

  /** Parses a statement and the modifiers after it. */
  Statement statement() {
    Token start = in.token();
    boolean negated = !in.atKeywordAsName() && in.accept(TokenKind.NOT);
    if (in.atKeywordAsName()) {
      in.readAsName();
    }
    Statement.Kind kind = kind(negated);
    boolean modifiable = !(kind instanceof Statement.Some);
    List<Statement.With> withs = modifiable ? withs() : List.of();
    return new Statement(kind, negated, withs, in.since(start));
  }

  private Statement.Kind kind(boolean negated) {
    TokenKind kind = in.kind();
    if (kind != TokenKind.SOME && kind != TokenKind.EVERY) {
      return expression();
    }
    if (negated) {
      throw in.unexpected("illegal negation of '" + kind + "'");
    }
    return kind == TokenKind.SOME ? some() : every();
  }

  private Statement.Kind expression() {
    Term left = terms.expression();
    if (in.accept(TokenKind.ASSIGN)) {
      return new Statement.Assign(left, terms.expression());
    }
    if (in.accept(TokenKind.UNIFY)) {
      return new Statement.Unify(left, terms.expression());
    }
    return left instanceof Term.Call call ? call(call) : new Statement.Holds(left);
  }

  /** The operators may be written as calls too. */
  private static Statement.Kind call(Term.Call call) {
    List<Term> arguments = call.arguments();
    if (arguments.size() == 2 && call.function() instanceof Term.Var var) {
      if (var.name().equals("eq")) {
        return new Statement.Unify(arguments.get(0), arguments.get(1));
      }
      if (var.name().equals("assign")) {
        return new Statement.Assign(arguments.get(0), arguments.get(1));
      }
    }
    return new Statement.Holds(call);
  }

  private Statement.Kind some() {
    in.next();
    TokenStream.Mark mark = in.mark();
    @Nullable ParseFailure failure = null;
    try {
      if (terms.expression() instanceof Term.Call call) {
        Membership membership = Membership.of(call, in, SOME_IN);
        return new Statement.SomeIn(membership.key(), membership.value(), membership.collection());
      }
    } catch (ParseFailure e) {
      failure = e;
    }
    in.reset(mark);
    List<Term.Var> vars = new ArrayList<>();
    do {
      if (!in.at(TokenKind.IDENTIFIER)) {
        throw failure == null ? in.unexpected("expected var") : failure;
      }
      vars.add(terms.var());
    } while (in.accept(TokenKind.COMMA));
    if (failure != null && in.at(TokenKind.IN)) {
      throw failure;
    }
    return new Statement.Some(vars);
  }

  private Statement.Kind every() {
    in.next();
    if (!(terms.expression() instanceof Term.Call call)) {
      throw in.unexpected(EVERY_IN);
    }
    Membership membership = Membership.of(call, in, EVERY_IN);
    Optional<Term.Var> key = membership.key().map(term -> variable(term, "key"));
    Term.Var value = variable(membership.value(), "value");
    if (!in.at(TokenKind.LEFT_BRACE)) {
      throw in.unexpected("missing body");
    }
    return new Statement.Every(key, value, membership.collection(), block());
  }

  private Term.Var variable(Term term, String role) {
    if (term instanceof Term.Var var && !Terms.isRoot(var)) {
      return var;
    }
    throw in.unexpected("expected " + role + " to be a variable");
  }

  private List<Statement.With> withs() {
    List<Statement.With> withs = new ArrayList<>();
    while (in.at(TokenKind.WITH) && !in.atKeywordAsName()) {
      withs.add(with());
    }
    return withs;
  }

  private Statement.With with() {
    Token start = in.next();
    if (!in.at(TokenKind.IDENTIFIER)) {
      throw in.unexpected("expected ident");
    }
    Term target = terms.term();
    if (!(target instanceof Term.Var) && !(target instanceof Term.Ref)) {
      throw in.unexpected("expected with target path");
    }
    if (!in.accept(TokenKind.AS)) {
      throw in.unexpected("expected as keyword");
    }
    Term value = terms.expression();
    return new Statement.With(target, value, in.since(start));
  }

  /** The operands of {@code in}. */
  private record Membership(Optional<Term> key, Term value, Term collection) {

    private static Membership of(Term.Call call, TokenStream in, String otherwise) {
      List<Term> operands = call.arguments();
      boolean keyed = call.name().equals("internal.member_3");
      if (!keyed && !call.name().equals("internal.member_2")) {
        throw in.unexpected(otherwise);
      }
      if (operands.size() != (keyed ? 3 : 2)) {
        throw in.unexpected("illegal domain");
      }
      return keyed
          ? new Membership(Optional.of(operands.get(0)), operands.get(1), operands.get(2))
          : new Membership(Optional.empty(), operands.get(0), operands.get(1));
    }
  }
}
