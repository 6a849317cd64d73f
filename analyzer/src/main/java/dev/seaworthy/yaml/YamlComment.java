package dev.seaworthy.yaml;

/**
 * A comment.
 *
 * @param start the offset of the number sign
 * @param end the offset after the last character, the line break not included
 * @param text what follows the number sign, without surrounding blanks
 * @param alone whether nothing but blanks stands before it on its line
 */
public record YamlComment(int start, int end, String text, boolean alone) {}
