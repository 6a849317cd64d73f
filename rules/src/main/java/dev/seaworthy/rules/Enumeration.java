package dev.seaworthy.rules;

import java.util.List;

/** Words in a message, one after the other: {@code a, b and c}. */
public final class Enumeration {

  private Enumeration() {}

  /**
   * @param words at least one
   * @param last what stands before the last of several, such as {@code " and "}
   */
  public static String of(List<String> words, String last) {
    int end = words.size() - 1;
    return end == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, end)) + last + words.get(end);
  }
}
