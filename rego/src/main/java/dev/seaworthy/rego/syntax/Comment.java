package dev.seaworthy.rego.syntax;

/**
 * A comment.
 *
 * @param text what follows the number sign, up to the end of the line
 * @param start the offset of the number sign
 * @param row the line, starting at 1
 * @param column the column of the number sign, starting at 1
 */
record Comment(String text, int start, int row, int column) {}
