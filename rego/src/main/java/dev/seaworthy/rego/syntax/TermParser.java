package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses terms: operators, references, calls and what they are made of. */
final class TermParser {

  private static final String WILDCARD = "_";

  private final TokenStream in;
  private final CollectionParser collections;
  private final TemplateParser templates;

  /** The terms in brackets by their first token: trying out must not parse them over and over. */
  private final Map<Integer, Attempt> attempts = new HashMap<>();

  TermParser(TokenStream in, RegoVersion version, BodyParser bodies) {
    this.in = in;
    this.collections = new CollectionParser(in, this, bodies);
    this.templates = new TemplateParser(in, version, bodies);
  }

  /** Forgets what was tried out; keywords may be others from here on. */
  void forget() {
    attempts.clear();
  }

  /** Parses a term, {@code key, value in collection} included. */
  Term expression() {
    return membership(true);
  }

  /** Parses a term in a list, where a comma ends it. */
  Term element() {
    return membership(false);
  }

  private Term membership(boolean keyed) {
    Token start = in.token();
    Term left = infix(Operator.RELATION);
    if (keyed && in.at(TokenKind.COMMA)) {
      left = keyedMembership(start, left).orElse(left);
    }
    int chained = 0;
    while (in.at(TokenKind.IN) && !in.atKeywordAsName()) {
      in.checkDepth(++chained);
      Term function = member("member_2", in.next());
      Term right = infix(Operator.RELATION);
      left = new Term.Call(function, List.of(left, right), in.since(start));
    }
    return left;
  }

  /** Parses {@code , value in collection}, or nothing if it is not that. */
  private Optional<Term> keyedMembership(Token start, Term key) {
    TokenStream.Mark mark = in.mark();
    in.next();
    Term value;
    try {
      value = infix(Operator.RELATION);
    } catch (ParseFailure e) {
      in.reset(mark);
      return Optional.empty();
    }
    if (!in.at(TokenKind.IN)) {
      in.reset(mark);
      return Optional.empty();
    }
    Term function = member("member_3", in.next());
    Term collection = infix(Operator.RELATION);
    return Optional.of(new Term.Call(function, List.of(key, value, collection), in.since(start)));
  }

  private Term member(String name, Token operator) {
    RegoLocation place = in.location(operator);
    Term step = new Term.Scalar(new RegoString(name), place);
    return new Term.Ref(new Term.Var("internal", place), List.of(step), place);
  }

  /** Parses operators that bind at least so tightly. */
  private Term infix(int weakest) {
    Token start = in.token();
    Term left = term();
    int chained = 0;
    while (true) {
      int binding = Operator.bindingOf(in.kind());
      if (binding == Operator.NONE || binding < weakest) {
        return left;
      }
      in.checkDepth(++chained);
      Token operator = in.next();
      Term function = new Term.Var(operator.kind().toString(), in.location(operator));
      Term right = infix(binding + 1);
      left = new Term.Call(function, List.of(left, right), in.since(start));
    }
  }

  /** Parses a term without operators. */
  Term term() {
    Token start = in.token();
    return references(start, in.at(TokenKind.IDENTIFIER) ? var() : operand());
  }

  private Term operand() {
    return switch (in.kind()) {
      case NULL -> scalar(RegoNull.NULL);
      case TRUE -> scalar(RegoBoolean.TRUE);
      case FALSE -> scalar(RegoBoolean.FALSE);
      case NUMBER, MINUS, DOT -> NumberLiteral.parse(in);
      case STRING -> scalar(new RegoString(in.token().text()));
      case TEMPLATE, TEMPLATE_START -> templates.template();
      case CONTAINS -> var();
      case LEFT_BRACKET, LEFT_BRACE, LEFT_PAREN -> bracketed();
      default -> throw in.unexpected();
    };
  }

  private Term scalar(RegoValue value) {
    return new Term.Scalar(value, in.location(in.next()));
  }

  /** Parses a variable; the token here is a name. */
  Term.Var var() {
    Token token = in.next();
    String name = token.text().equals(WILDCARD) ? in.freshWildcard() : token.text();
    return new Term.Var(name, in.location(token));
  }

  private Term bracketed() {
    int place = in.position();
    @Nullable Attempt known = attempts.get(place);
    if (known == null) {
      known = attempt();
      attempts.put(place, known);
    }
    if (known.failure != null) {
      throw known.failure;
    }
    in.moveTo(known.end);
    return Objects.requireNonNull(known.term);
  }

  private Attempt attempt() {
    try {
      in.enter();
      Term term =
          switch (in.kind()) {
            case LEFT_BRACKET -> collections.array();
            case LEFT_BRACE -> collections.setOrObject();
            default -> parenthesised();
          };
      in.leave();
      return new Attempt(term, null, in.position());
    } catch (ParseFailure e) {
      return new Attempt(null, e, 0);
    }
  }

  private Term parenthesised() {
    in.next();
    Term inner = expression();
    if (!in.accept(TokenKind.RIGHT_PAREN)) {
      throw in.at(TokenKind.ILLEGAL)
          ? in.unexpected()
          : in.failure(in.token(), "non-terminated expression");
    }
    return inner;
  }

  /** Parses the name of a rule with what follows it, which may begin after a space. */
  Term ruleName() {
    Token start = in.token();
    Term.Var name = var();
    boolean step =
        in.at(TokenKind.DOT) || in.at(TokenKind.LEFT_BRACKET) || in.at(TokenKind.LEFT_PAREN);
    return step ? referencesFromHere(start, name) : name;
  }

  private Term references(Token start, Term operand) {
    return in.adjoins() ? referencesFromHere(start, operand) : operand;
  }

  /** Parses the dots, brackets and calls that follow a term, without a space between them. */
  private Term referencesFromHere(Token start, Term operand) {
    Term head = operand;
    List<Term> path = new ArrayList<>();
    int calls = 0;
    boolean afterCall = false;
    do {
      if (in.at(TokenKind.DOT) || in.at(TokenKind.LEFT_BRACKET)) {
        requireHead(head);
        path.add(step());
        afterCall = false;
      } else if (in.at(TokenKind.LEFT_PAREN) && !afterCall) {
        requireHead(head);
        in.checkDepth(++calls);
        Term function = reference(start, head, path);
        head = call(start, function);
        path = new ArrayList<>();
        afterCall = true;
      } else {
        break;
      }
    } while (in.adjoins());
    return reference(start, head, path);
  }

  private Term reference(Token start, Term head, List<Term> path) {
    return path.isEmpty() ? head : new Term.Ref(head, path, in.since(start));
  }

  private void requireHead(Term head) {
    boolean constant = head instanceof Term.Scalar || head instanceof Term.Template;
    if (constant || head instanceof Term.Ref) {
      throw in.failure(head.location(), "illegal ref (head cannot be " + Terms.kindOf(head) + ")");
    }
  }

  private Term step() {
    if (in.next().kind() == TokenKind.DOT) {
      return nameAfterDot();
    }
    in.enter();
    Term index = expression();
    in.leave();
    if (!in.accept(TokenKind.RIGHT_BRACKET)) {
      throw in.unexpected("expected " + TokenKind.LEFT_BRACKET);
    }
    return index;
  }

  private Term nameAfterDot() {
    if (!in.adjoins()) {
      throw in.failure(in.token(), "unexpected whitespace token: expected identifier");
    }
    if (!in.at(TokenKind.IDENTIFIER) && !in.atKeyword()) {
      throw in.unexpected("expected " + TokenKind.IDENTIFIER);
    }
    return scalar(new RegoString(in.token().text()));
  }

  private Term call(Token start, Term function) {
    in.enter();
    in.next();
    List<Term> arguments = collections.list(TokenKind.RIGHT_PAREN);
    in.leave();
    boolean emptySet =
        arguments.isEmpty() && function instanceof Term.Var var && var.name().equals("set");
    return emptySet
        ? new Term.SetOf(List.of(), in.since(start))
        : new Term.Call(function, arguments, in.since(start));
  }

  /** What came of a term: the term and the place after it, or why there is none. */
  private record Attempt(@Nullable Term term, @Nullable ParseFailure failure, int end) {}
}
