package dev.seaworthy.rego.value;

import org.jspecify.annotations.Nullable;

/** A string. Ordered by UTF-8 bytes, which is the order of code points. */
public final class RegoString implements RegoValue {

  public static final RegoString EMPTY = new RegoString("");

  private final String value;
  private int hash;

  public RegoString(String value) {
    this.value = value;
  }

  /** The text. */
  public String value() {
    return value;
  }

  @Override
  public String typeName() {
    return "string";
  }

  @Override
  public int typeOrder() {
    return 3;
  }

  @Override
  public int compareTo(RegoValue other) {
    return other instanceof RegoString string
        ? compare(value, string.value)
        : Integer.compare(typeOrder(), other.typeOrder());
  }

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Surrogates stand for code points above all others, but lie below U+E000 in UTF-16. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || other instanceof RegoString string && value.equals(string.value);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Hashing.of(value);
    }
    return hash;
  }

  /** Returns the string in Rego's notation. */
  @Override
  public String toString() {
    return RegoText.quote(value);
  }
}
