package dev.seaworthy.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses arrays, sets, objects and comprehensions.
 *
 * <p>Before a bar, {@code [x | y]} is a comprehension and {@code [x | y, z]} an array with an
 * {@code or}: a comma after the first statement decides.
 */
final class CollectionParser {

  private final TokenStream in;
  private final TermParser terms;
  private final BodyParser bodies;

  CollectionParser(TokenStream in, TermParser terms, BodyParser bodies) {
    this.in = in;
    this.terms = terms;
    this.bodies = bodies;
  }

  Term array() {
    Token start = in.next();
    if (in.accept(TokenKind.RIGHT_BRACKET)) {
      return new Term.Array(List.of(), in.since(start));
    }
    if (!leadingComma()) {
      TokenStream.Mark mark = in.mark();
      Term head = terms.term();
      Optional<Body> body = comprehensionBody(TokenKind.RIGHT_BRACKET);
      if (body.isPresent()) {
        return new Term.ArrayComprehension(head, body.get(), in.since(start));
      }
      in.reset(mark);
    }
    List<Term> items = items(TokenKind.RIGHT_BRACKET);
    return new Term.Array(items, in.since(start));
  }

  /** OPA lets a comma stand before the first item; there is no comprehension then. */
  private boolean leadingComma() {
    return in.accept(TokenKind.COMMA);
  }

  Term setOrObject() {
    Token start = in.next();
    if (in.accept(TokenKind.RIGHT_BRACE)) {
      return new Term.ObjectOf(List.of(), in.since(start));
    }
    boolean comprehension = !leadingComma();
    TokenStream.Mark mark = in.mark();
    if (comprehension) {
      Term head = terms.term();
      Optional<Body> body = comprehensionBody(TokenKind.RIGHT_BRACE);
      if (body.isPresent()) {
        return new Term.SetComprehension(head, body.get(), in.since(start));
      }
      in.reset(mark);
    }
    Term first = terms.element();
    if (in.accept(TokenKind.COLON)) {
      return object(start, first, comprehension);
    }
    if (!in.at(TokenKind.COMMA) && !in.at(TokenKind.RIGHT_BRACE)) {
      throw in.unexpected("non-terminated set");
    }
    List<Term> items = itemsAfter(first, TokenKind.RIGHT_BRACE);
    return new Term.SetOf(items, in.since(start));
  }

  private Term object(Token start, Term key, boolean comprehension) {
    if (comprehension) {
      TokenStream.Mark mark = in.mark();
      Term value = terms.term();
      Optional<Body> body = comprehensionBody(TokenKind.RIGHT_BRACE);
      if (body.isPresent()) {
        return new Term.ObjectComprehension(key, value, body.get(), in.since(start));
      }
      in.reset(mark);
    }
    List<Term.Member> members = new ArrayList<>();
    members.add(new Term.Member(key, terms.element()));
    if (!in.at(TokenKind.COMMA) && !in.at(TokenKind.RIGHT_BRACE)) {
      throw in.unexpected("non-terminated object");
    }
    while (continues(TokenKind.RIGHT_BRACE)) {
      members.add(member());
    }
    return new Term.ObjectOf(members, in.since(start));
  }

  private Term.Member member() {
    Term key = terms.element();
    if (!in.accept(TokenKind.COLON)) {
      throw in.unexpected("expected \"" + TokenKind.COLON + "\"");
    }
    return new Term.Member(key, terms.element());
  }

  /** Parses a bar and a body, if that is what comes. */
  private Optional<Body> comprehensionBody(TokenKind end) {
    return in.accept(TokenKind.OR) ? bodies.comprehensionBody(end) : Optional.empty();
  }

  /** Parses the terms of a list, perhaps none, and its end. */
  List<Term> list(TokenKind end) {
    return in.accept(end) ? List.of() : items(end);
  }

  private List<Term> items(TokenKind end) {
    return itemsAfter(terms.element(), end);
  }

  private List<Term> itemsAfter(Term first, TokenKind end) {
    List<Term> items = new ArrayList<>();
    items.add(first);
    while (continues(end)) {
      items.add(terms.element());
    }
    return items;
  }

  /** Steps over a comma, or over the end of the list; whether there is one more item. */
  private boolean continues(TokenKind end) {
    if (in.accept(end)) {
      return false;
    }
    if (!in.accept(TokenKind.COMMA)) {
      throw in.unexpected("expected \"" + TokenKind.COMMA + "\" or \"" + end + "\"");
    }
    return !in.accept(end);
  }
}
