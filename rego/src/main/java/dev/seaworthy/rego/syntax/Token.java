package dev.seaworthy.rego.syntax;

/**
 * A word, literal or sign.
 *
 * @param kind what it is; keywords that v0 has to import are keywords here
 * @param text the word, the number as written, the value of a string; for an illegal token what is
 *     wrong with it
 * @param start the offset of the first UTF-16 unit
 * @param end the offset after the last one
 * @param row the line, starting at 1
 * @param column the column in code points, starting at 1
 * @param spaced whether white space or a comment stands before it
 * @param onNewLine whether a line break is among that
 */
record Token(
    TokenKind kind,
    String text,
    int start,
    int end,
    int row,
    int column,
    boolean spaced,
    boolean onNewLine) {}
