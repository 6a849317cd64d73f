package dev.seaworthy.rego.syntax;

/**
 * Reads numbers and strings, each from after its first sign.
 *
 * <p>A literal that is wrong is read to its end nevertheless; {@link #takeProblem} tells what is
 * wrong with it.
 */
final class LiteralScanner {

  private static final int UNICODE_DIGITS = 4;

  private final SourceReader in;
  private String problem = "";
  private boolean stoppedAtExpression;

  LiteralScanner(SourceReader in) {
    this.in = in;
  }

  /** What is wrong with the last literal, empty if nothing is; forgets it. */
  String takeProblem() {
    String taken = problem;
    problem = "";
    return taken;
  }

  /** Whether the last template ended with a brace and an expression comes next. */
  boolean stoppedAtExpression() {
    return stoppedAtExpression;
  }

  private void complain(String what) {
    if (problem.isEmpty()) {
      problem = what;
    }
  }

  private void complainAboutCharacter() {
    String what = in.complaint();
    if (!what.isEmpty()) {
      complain(what);
    }
  }

  /** Reads a number; its first digit has not been read yet. */
  String number() {
    int start = in.offset();
    digits();
    if (in.accept('.') && !digits()) {
      complain("expected fraction");
    }
    if (in.accept('e') || in.accept('E')) {
      if (!in.accept('+')) {
        in.accept('-');
      }
      if (!digits()) {
        complain("expected exponent");
      }
    }
    if (Lexer.isLetter(in.current())) {
      complain("illegal number format");
      while (Lexer.isLetter(in.current()) || Lexer.isDigit(in.codePoint())) {
        in.advance();
      }
    }
    return in.since(start);
  }

  private boolean digits() {
    int start = in.offset();
    while (Lexer.isDecimal(in.current())) {
      in.advance();
    }
    return in.offset() > start;
  }

  /** Reads a string in double quotes and resolves its escapes. */
  String string() {
    int start = in.offset();
    boolean escaped = false;
    while (true) {
      if (in.atEnd() || in.at('\n')) {
        complain("non-terminated string");
        return "";
      }
      if (in.at('"')) {
        break;
      }
      complainAboutCharacter();
      if (in.accept('\\')) {
        escaped = true;
        escape(false);
      } else {
        in.advance();
      }
    }
    String inner = in.since(start);
    in.advance();
    return escaped ? unescape(inner, "string literal: \"" + inner + "\"") : inner;
  }

  /** Reads a string in back quotes. */
  String rawString() {
    int start = in.offset();
    while (!in.atEnd() && !in.at('`')) {
      complainAboutCharacter();
      in.advance();
    }
    String inner = in.since(start);
    if (!in.accept('`')) {
      complain("non-terminated string");
    }
    return inner;
  }

  /** Reads the text of a template up to its end or the next expression. */
  String template(boolean raw) {
    int start = in.offset();
    boolean escaped = false;
    stoppedAtExpression = false;
    char quote = raw ? '`' : '"';
    while (!in.at(quote) && !in.at('{')) {
      if (in.atEnd() || in.at('\n') && !raw) {
        complain("non-terminated string");
        return "";
      }
      complainAboutCharacter();
      if (!in.accept('\\')) {
        in.advance();
      } else if (raw) {
        escaped |= in.accept('{');
      } else {
        escaped = true;
        escape(true);
      }
    }
    String inner = in.since(start);
    stoppedAtExpression = in.at('{');
    in.advance();
    if (raw) {
      return escaped ? inner.replace("\\{", "{") : inner;
    }
    return escaped ? unescape(inner, "template-string part: " + inner) : inner;
  }

  private void escape(boolean template) {
    char c = in.current();
    if (in.accept('u')) {
      for (int i = 0; i < UNICODE_DIGITS; i++) {
        in.advance();
      }
    } else if ("\\\"/bfnrt".indexOf(c) >= 0 || template && c == '{') {
      in.advance();
    } else {
      complain("illegal escape sequence");
    }
  }

  private String unescape(String inner, String what) {
    return Escapes.resolve(inner)
        .orElseGet(
            () -> {
              complain("illegal " + what);
              return "";
            });
  }
}
