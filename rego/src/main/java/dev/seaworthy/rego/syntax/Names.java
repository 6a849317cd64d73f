package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.value.RegoString;

/** The names of functions and packages as text; what is no name stands as an underscore. */
final class Names {

  private Names() {}

  static String of(Term term) {
    if (term instanceof Term.Var var) {
      return var.name();
    }
    if (!(term instanceof Term.Ref ref)) {
      return "_";
    }
    StringBuilder name = new StringBuilder(of(ref.head()));
    for (Term step : ref.path()) {
      boolean plain =
          step instanceof Term.Scalar scalar
              && scalar.value() instanceof RegoString string
              && isIdentifier(string.value());
      if (plain) {
        name.append('.').append(((RegoString) ((Term.Scalar) step).value()).value());
      } else {
        name.append('[').append(step instanceof Term.Scalar s ? s.value() : "_").append(']');
      }
    }
    return name.toString();
  }

  private static boolean isIdentifier(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Lexer.isLetter(c) && (i == 0 || !Lexer.isDecimal(c))) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
