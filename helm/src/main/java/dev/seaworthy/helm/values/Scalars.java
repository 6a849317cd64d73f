package dev.seaworthy.helm.values;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares single values with what was rendered. */
final class Scalars {

  private static final int MAX_NUMBER = 40;

  private Scalars() {}

  static boolean isTrue(ValuePlace place) {
    return place.kind() == ValueKind.BOOLEAN && isTrue(place.text());
  }

  private static boolean isTrue(String text) {
    return List.of("true", "yes", "on", "y").contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether a value comes out as a text. */
  static boolean equal(ValuePlace place, String rendered) {
    return switch (place.kind()) {
      case STRING -> place.text().strip().equals(rendered.strip());
      case BOOLEAN -> rendered.equals(Boolean.toString(isTrue(place.text())));
      case INTEGER, FLOAT -> isNumber(place.text(), rendered);
      case MAP, LIST, NULL -> false;
    };
  }

  private static boolean isNumber(String written, String rendered) {
    Optional<BigDecimal> value = number(written);
    return value.isPresent()
        && number(rendered).filter(other -> other.compareTo(value.get()) == 0).isPresent();
  }

  /** Helm prints large numbers with an exponent. */
  private static Optional<BigDecimal> number(String text) {
    if (text.length() > MAX_NUMBER) {
      return Optional.empty();
    }
    ScalarType type = plain(text).map(YamlScalar::type).orElse(ScalarType.STRING);
    if (type != ScalarType.INTEGER && type != ScalarType.FLOAT) {
      return Optional.empty();
    }
    Number number = plain(text).flatMap(YamlScalar::numberValue).orElse(0);
    return Optional.of(
        type == ScalarType.INTEGER
            ? new BigDecimal(number.toString())
            : BigDecimal.valueOf(number.doubleValue()));
  }

  /**
   * Whether a value is a part of a text: between its ends or characters that are no letters or
   * digits.
   */
  static boolean isPart(ValuePlace place, String rendered) {
    String text = place.text().strip();
    if (text.isEmpty() || place.kind() == ValueKind.BOOLEAN) {
      return false;
    }
    for (int at = rendered.indexOf(text); at >= 0; at = rendered.indexOf(text, at + 1)) {
      int end = at + text.length();
      boolean startsWord = at == 0 || isSeparated(rendered, at);
      if (startsWord && (end == rendered.length() || isSeparated(rendered, end))) {
        return true;
      }
    }
    return false;
  }

  /** Whether two neighbouring characters do not belong to one word. */
  private static boolean isSeparated(String text, int offset) {
    return !Character.isLetterOrDigit(text.charAt(offset - 1))
        || !Character.isLetterOrDigit(text.charAt(offset));
  }

  /**
   * The content of a scalar that was rendered, without its quotes; for null an empty text; nothing
   * if it is no scalar.
   */
  static Optional<String> content(String yaml) {
    YamlStream read = read(yaml);
    if (read.documents().isEmpty()) {
      return read.problems().isEmpty() ? Optional.of("") : Optional.empty();
    }
    return read.problems().isEmpty()
        ? scalar(read.documents().get(0)).map(YamlScalar::text)
        : Optional.empty();
  }

  private static Optional<YamlScalar> plain(String yaml) {
    return read(yaml).documents().stream().findFirst().flatMap(Scalars::scalar);
  }

  private static YamlStream read(String yaml) {
    return YamlReader.read(new SourceText("value", yaml));
  }

  private static Optional<YamlScalar> scalar(YamlDocument document) {
    return document.root() instanceof YamlScalar scalar ? Optional.of(scalar) : Optional.empty();
  }
}
