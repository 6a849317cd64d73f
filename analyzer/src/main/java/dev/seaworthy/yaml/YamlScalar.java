package dev.seaworthy.yaml;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/** A string, boolean, number or null. */
public final class YamlScalar implements YamlNode {

  /** How a scalar was written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  private final int start;
  private final int end;
  private final Style style;
  private final String text;
  private final ScalarType type;

  /**
   * @param start the offset of the first character, quotes included
   * @param end the offset after the last character
   * @param style how it was written
   * @param text the content: unescaped, and for numbers and booleans as written
   * @param type what it is
   */
  public YamlScalar(int start, int end, Style style, String text, ScalarType type) {
    this.start = start;
    this.end = end;
    this.style = style;
    this.text = text;
    this.type = type;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public YamlScalar resolved() {
    return this;
  }

  public Style style() {
    return style;
  }

  public ScalarType type() {
    return type;
  }

  /**
   * The content: for a string its value, unescaped; for others as written ({@code yes}, {@code
   * 0644}).
   */
  public String text() {
    return text;
  }

  /** The value of a boolean. */
  public Optional<Boolean> booleanValue() {
    return type == ScalarType.BOOLEAN
        ? Optional.of(KubernetesScalars.booleanValue(text))
        : Optional.empty();
  }

  /** The value of an integer that fits 64 bits. */
  public OptionalLong longValue() {
    if (type != ScalarType.INTEGER) {
      return OptionalLong.empty();
    }
    BigInteger value = KubernetesScalars.integerValue(text);
    return value.bitLength() < Long.SIZE
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /** The value of a number. */
  public Optional<Number> numberValue() {
    return switch (type) {
      case INTEGER -> Optional.of(KubernetesScalars.integerValue(text));
      case FLOAT -> Optional.of(KubernetesScalars.floatValue(text));
      default -> Optional.empty();
    };
  }

  /** The value of a string. */
  public Optional<String> stringValue() {
    return type == ScalarType.STRING ? Optional.of(text) : Optional.empty();
  }

  /** Whether this is null: written so, or not written at all. */
  public boolean isNull() {
    return type == ScalarType.NULL;
  }

  /** Returns the content. */
  @Override
  public String toString() {
    return text;
  }
}
