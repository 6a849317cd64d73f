package dev.seaworthy.helm.render;

/**
 * Values set one by one.
 *
 * @param kind how the text is read
 * @param text in Helm's syntax, such as {@code image.tag=1.2,replicas=3}
 */
public record SetValue(Kind kind, String text) {

  /** How a value is read. */
  public enum Kind {
    /** As by {@code --set}: {@code true}, {@code null} and whole numbers are not strings. */
    TYPED,
    /** As by {@code --set-string}: every value is a string. */
    STRING
  }

  /** As by {@code --set}. */
  public static SetValue typed(String text) {
    return new SetValue(Kind.TYPED, text);
  }

  /** As by {@code --set-string}. */
  public static SetValue string(String text) {
    return new SetValue(Kind.STRING, text);
  }
}
