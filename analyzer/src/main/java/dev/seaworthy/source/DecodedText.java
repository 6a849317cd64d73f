package dev.seaworthy.source;

/** What the bytes of a source turned out to be. */
public sealed interface DecodedText {

  /**
   * Text. A byte order mark is no part of it: the first column of the first line is the character
   * after the mark.
   */
  record Text(SourceText text) implements DecodedText {}

  /** Bytes with a NUL among them, which is in no text that is not UTF-16. */
  record Binary() implements DecodedText {}

  /**
   * Bytes that are not what their encoding allows.
   *
   * @param span the empty span before the first bad byte
   * @param message what is wrong: lower-case, no full stop
   */
  record Malformed(Span span, String message) implements DecodedText {}
}
