package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;

/** The start of texts that may be of any length. */
final class Excerpts {

  private static final int MAX_VALUE_LENGTH = 120;
  private static final int MAX_MESSAGE_LENGTH = 4_000;

  private Excerpts() {}

  /** A value, to be named in a message. */
  static String of(RegoValue value) {
    return start(RegoText.json(value), MAX_VALUE_LENGTH);
  }

  /** The message of a finding. */
  static String message(String text) {
    return start(text, MAX_MESSAGE_LENGTH);
  }

  private static String start(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }
}
