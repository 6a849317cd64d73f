package dev.seaworthy.rego.value;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text of one JSON value, with the messages of Go's decoder, which are OPA's. */
final class JsonReader {

  private static final int END = -1;

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  RegoValue read() throws ParseException {
    if (skipSpace() == END) {
      throw failure("EOF");
    }
    RegoValue value = value();
    if (skipSpace() != END) {
      throw trailing();
    }
    return value;
  }

  private ParseException trailing() throws ParseException {
    int start = at;
    int c = peek();
    String more;
    if (c == '[' || c == '{') {
      more = String.valueOf((char) c);
    } else {
      RegoValue value = value();
      more = value instanceof RegoString string ? string.value() : value.toString();
    }
    return new ParseException(
        "error: invalid character '" + more + "' after top-level value", start);
  }

  private RegoValue value() throws ParseException {
    int c = skipSpace();
    switch (c) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return new RegoString(string());
      case 't':
        return literal("true", RegoBoolean.TRUE);
      case 'f':
        return literal("false", RegoBoolean.FALSE);
      case 'n':
        return literal("null", RegoNull.NULL);
      default:
        if (c == '-' || isDigit(c)) {
          return number();
        }
        throw unexpected("looking for beginning of value");
    }
  }

  private RegoObject object() throws ParseException {
    enter();
    RegoObject.Builder object = RegoObject.builder();
    if (skipSpace() != '}') {
      do {
        if (skipSpace() != '"') {
          throw unexpected("looking for beginning of object key string");
        }
        String name = string();
        if (skipSpace() != ':') {
          throw unexpected("after object key");
        }
        at++;
        object.put(name, value());
      } while (accept(',', '}', "after object key:value pair"));
    } else {
      at++;
    }
    depth--;
    return object.build();
  }

  private RegoArray array() throws ParseException {
    enter();
    List<RegoValue> items = new ArrayList<>();
    if (skipSpace() != ']') {
      do {
        items.add(value());
      } while (accept(',', ']', "after array element"));
    } else {
      at++;
    }
    depth--;
    return RegoArray.of(items);
  }

  private void enter() throws ParseException {
    if (++depth > RegoJson.MAX_DEPTH) {
      throw failure("exceeded max depth");
    }
    at++;
  }

  /** Reads what goes on or what ends; whether it goes on. */
  private boolean accept(char more, char end, String place) throws ParseException {
    int c = skipSpace();
    if (c != more && c != end) {
      throw unexpected(place);
    }
    at++;
    return c == more;
  }

  private RegoValue literal(String word, RegoValue value) throws ParseException {
    for (int i = 0; i < word.length(); i++, at++) {
      if (peek() != word.charAt(i)) {
        throw unexpected("in literal " + word + " (expecting " + quoted(word.charAt(i)) + ")");
      }
    }
    return value;
  }

  private RegoNumber number() throws ParseException {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (peek() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
    return number(text.substring(start, at));
  }

  private void digits(String place) throws ParseException {
    if (!isDigit(peek())) {
      throw unexpected(place);
    }
    while (isDigit(peek())) {
      at++;
    }
  }

  private RegoNumber number(String written) throws ParseException {
    try {
      Optional<RegoNumber> number = RegoNumber.parseBounded(written);
      if (number.isPresent()) {
        return number.get();
      }
    } catch (NumberFormatException e) {
      // an exponent of ten digits or more
    }
    throw failure("invalid number: number too big");
  }

  private String string() throws ParseException {
    int start = ++at;
    boolean plain = true;
    while (peek() != '"' && peek() != '\\' && peek() >= ' ') {
      plain &= !Character.isSurrogate((char) peek());
      at++;
    }
    if (plain && peek() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder string = new StringBuilder(text.substring(start, at));
    while (peek() != '"') {
      if (peek() < ' ') {
        throw unexpected("in string literal");
      }
      if (peek() == '\\') {
        at++;
        string.append(escaped());
      } else {
        string.append((char) peek());
        at++;
      }
    }
    at++;
    return wellFormed(string.toString());
  }

  private char escaped() throws ParseException {
    int c = peek();
    int index = "\"\\/bfnrtu".indexOf(c);
    if (c == END || index < 0) {
      throw unexpected("in string escape code");
    }
    at++;
    return c == 'u' ? hexadecimal() : "\"\\/\b\f\n\r\t".charAt(index);
  }

  private char hexadecimal() throws ParseException {
    int code = 0;
    for (int i = 0; i < 4; i++, at++) {
      int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
      if (digit < 0) {
        throw unexpected("in \\u hexadecimal character escape");
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  /** A surrogate without its other half is no character. */
  private static String wellFormed(String text) {
    int[] codePoints =
        text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .toArray();
    return new String(codePoints, 0, codePoints.length);
  }

  /** The next character that is no space. */
  private int skipSpace() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') {
      at++;
    }
    return peek();
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private ParseException unexpected(String place) {
    if (peek() == END) {
      return failure("unexpected EOF");
    }
    return failure("invalid character " + quoted(text.codePointAt(at)) + " " + place);
  }

  /** A character as Go's decoder shows it, which takes the first byte of UTF-8 for one. */
  private static String quoted(int codePoint) {
    byte first = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)[0];
    String shown = String.valueOf((char) (first & 0xFF));
    if (shown.equals("'")) {
      return "'\\''";
    }
    if (shown.equals("\"")) {
      return "'\"'";
    }
    StringBuilder quoted = new StringBuilder();
    GoQuote.quote(shown, quoted);
    return "'" + quoted.substring(1, quoted.length() - 1) + "'";
  }

  private ParseException failure(String message) {
    return new ParseException(message, at);
  }
}
