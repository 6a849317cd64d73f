package dev.seaworthy.helm.template;

/**
 * How marks are written: a character that tells the kind, digits, and a character that ends them.
 *
 * <p>All of them are Yi radicals. Nobody writes them in a chart, Go and its YAML and JSON writers
 * take them for printable and leave them as they are, and each is one UTF-16 code unit.
 */
final class Marks {

  /** Opens a frame. */
  static final char OPEN = '\uA490';

  /** Opens a branch of the block whose frame is open; ends the branch before. */
  static final char BRANCH = '\uA491';

  /** Closes a frame, with what is open in it. */
  static final char CLOSE = '\uA492';

  /** Text follows, up to the next mark or the end of the line. */
  static final char TEXT = '\uA493';

  static final char END = '\uA494';

  /** Starts the name of the marked twin of a named template; in no mark. */
  static final char TWIN = '\uA495';

  private static final char ZERO = '\uA496';
  private static final char LAST = '\uA4C6';
  private static final int RADIX = LAST - ZERO + 1;

  private Marks() {}

  static boolean isMark(char c) {
    return c >= OPEN && c <= LAST;
  }

  static boolean isDigit(char c) {
    return c >= ZERO && c <= LAST;
  }

  /** The offset of the first character of marks from an offset on; the length if there is none. */
  static int next(String text, int from) {
    int at = from;
    while (at < text.length() && !isMark(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static String write(char kind, int id) {
    StringBuilder digits = new StringBuilder().append(END);
    int rest = id;
    do {
      digits.append((char) (ZERO + rest % RADIX));
      rest /= RADIX;
    } while (rest > 0);
    return digits.append(kind).reverse().toString();
  }

  /** The number that the digits of a mark stand for; -1 if there are none or too many. */
  static int number(String text, int start, int end) {
    if (start == end || end - start > 5) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      number = number * RADIX + text.charAt(i) - ZERO;
    }
    return number;
  }
}
