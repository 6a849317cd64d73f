package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;

/** Values in messages: the start of their text. */
final class Excerpts {

  private static final int MAX_LENGTH = 120;

  private Excerpts() {}

  static String of(RegoValue value) {
    String text = RegoText.json(value);
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }
}
