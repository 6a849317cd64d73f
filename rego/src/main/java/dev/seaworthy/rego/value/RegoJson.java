package dev.seaworthy.rego.value;

import java.text.ParseException;

/** Reads JSON: numbers exact, the last of several members of the same name counts. */
public final class RegoJson {

  /** Arrays and objects within each other; deeper ones are refused. */
  public static final int MAX_DEPTH = 1000;

  private RegoJson() {}

  /**
   * Reads one value.
   *
   * @throws ParseException if the text is not exactly one JSON value, nested too deep, or has a
   *     number that OPA has no place for; with the index of the UTF-16 unit where reading stopped
   */
  public static RegoValue parse(String text) throws ParseException {
    return new JsonReader(text).read();
  }
}
