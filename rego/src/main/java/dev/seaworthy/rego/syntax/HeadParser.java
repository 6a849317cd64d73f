package dev.seaworthy.rego.syntax;

import java.util.Optional;

/** Parses what stands before the body of a rule. */
final class HeadParser {

  private final TokenStream in;
  private final TermParser terms;

  HeadParser(TokenStream in, TermParser terms) {
    this.in = in;
    this.terms = terms;
  }

  /** Parses a head; a name is here. */
  Signature signature() {
    Token start = in.token();
    Signature signature = signature(terms.ruleName());
    if (in.at(TokenKind.CONTAINS) && !in.atKeywordAsName()) {
      if (signature.isFunction()) {
        throw in.unexpected(
            "the contains keyword can only be used with multi-value rule definitions (e.g., "
                + in.textAt(signature.ref().location())
                + " contains <VALUE> { ... })");
      }
      in.next();
      Term element = terms.expression();
      return signature.containing(element, in.since(start));
    }
    if (in.accept(TokenKind.ASSIGN) || in.accept(TokenKind.UNIFY)) {
      Term value = terms.expression();
      return signature.withValue(value, in.since(start));
    }
    return signature;
  }

  private Signature signature(Term name) {
    boolean operator = in.adjoins() && Operator.bindingOf(in.kind()) != Operator.NONE;
    if (operator) {
      throw in.unexpected();
    }
    Optional<Signature> signature = Signature.of(name);
    return signature.orElseThrow(
        () -> in.unexpected("rule head ref " + in.textAt(name.location()) + " invalid"));
  }
}
