package dev.seaworthy.config;

import dev.seaworthy.source.Location;
import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A value that turns into what is wanted, or into an error.
 *
 * @param name what messages call it
 * @param node the value, aliases resolved
 * @param errors takes the errors
 */
record Value(String name, YamlNode node, ErrorCollector errors) {

  private static final int SHOWN = 40;

  Optional<Boolean> bool() {
    if (node instanceof YamlScalar scalar && scalar.booleanValue().isPresent()) {
      return scalar.booleanValue();
    }
    return wrong("true or false", "Write true or false, without quotes.");
  }

  /** A string that is not empty, surrounding blanks left out. */
  Optional<String> text() {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      return wrong("text", "Write a single text.");
    }
    if (scalar.type() != ScalarType.STRING) {
      return wrong("text", "Put it in quotes: \"" + scalar.text() + "\".");
    }
    String text = scalar.text().strip();
    return text.isEmpty() ? invalid(name + " is empty", "Write a text.") : Optional.of(text);
  }

  /** A scalar's content as written, whatever its type. */
  Optional<String> written() {
    return node instanceof YamlScalar scalar
        ? Optional.of(scalar.text().strip())
        : wrong("a single value", "Write a single value.");
  }

  /** The constant with this name, as its {@code toString} gives it. */
  <E extends Enum<E>> Optional<E> oneOf(List<E> constants) {
    return written()
        .flatMap(
            text -> {
              Optional<E> match =
                  constants.stream()
                      .filter(constant -> constant.toString().equals(text))
                      .findFirst();
              List<String> names = constants.stream().map(E::toString).toList();
              return match.isPresent()
                  ? match
                  : invalid(
                      name + " cannot be " + quoted(text), Section.oneOf("Allowed", text, names));
            });
  }

  <E extends Enum<E>> Optional<E> oneOf(E[] constants) {
    return oneOf(Arrays.asList(constants));
  }

  /**
   * @param hint what to write instead of something else
   */
  Optional<Section> section(String hint) {
    return node instanceof YamlMapping mapping
        ? Optional.of(new Section(mapping, errors))
        : wrong("a mapping of keys to values", hint);
  }

  List<Value> items() {
    if (!(node instanceof YamlSequence sequence)) {
      wrong("a list", "Write each item on a line of its own, after '- '.");
      return List.of();
    }
    return sequence.items().stream()
        .map(item -> new Value("an item of " + name, item.resolved(), errors))
        .toList();
  }

  /** Where the value is written. */
  Location location() {
    return errors.location(node);
  }

  /** Reports the value and gives nothing. */
  <T> Optional<T> invalid(String message, String hint) {
    errors.add(node, message, hint);
    return Optional.empty();
  }

  /** Reports that the value is of another type. */
  <T> Optional<T> wrong(String wanted, String hint) {
    return invalid(name + " must be " + wanted + ", not " + describe(), hint);
  }

  static String quoted(String text) {
    return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "'";
  }

  private String describe() {
    if (node instanceof YamlMapping) {
      return "a mapping";
    }
    if (!(node instanceof YamlScalar scalar)) {
      return "a list";
    }
    return switch (scalar.type()) {
      case STRING -> "the text " + quoted(scalar.text());
      case BOOLEAN -> scalar.text();
      case NULL -> "nothing";
      default -> "the number " + scalar.text();
    };
  }
}
