package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of a resource, such as {@code 500m} or {@code 1.5Gi}.
 *
 * @param value the amount; empty where the text is none that the API server can read
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">
 *     Quantity</a>
 */
record Quantity(Optional<BigDecimal> value) {

  /** Beyond this nobody writes an amount by hand, and the arithmetic would take long. */
  private static final int MAX_LENGTH = 64;

  private static final Pattern TEXT =
      Pattern.compile(
          "([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?[0-9]{1,2}))?");

  private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final List<String> DECIMAL =
      List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");

  /** Reads an amount; empty if there is none, or nothing certain to say of it. */
  static Optional<Quantity> of(Field field) {
    YamlScalar scalar =
        field.node().map(node -> node.resolved()).orElse(null) instanceof YamlScalar written
            ? written
            : null;
    if (scalar == null || scalar.text().length() > MAX_LENGTH || Placeholder.isIn(scalar.text())) {
      return Optional.empty();
    }
    ScalarType type = scalar.type();
    if (type == ScalarType.INTEGER || type == ScalarType.FLOAT) {
      return scalar.numberValue().flatMap(Quantity::decimal).map(Quantity::known);
    }
    return scalar.stringValue().flatMap(Quantity::parse);
  }

  /** Reads an amount in text; empty if there is nothing certain to say of it. */
  static Optional<Quantity> parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      boolean unclear = text.isBlank() || text.strip().equals(".");
      return unclear ? Optional.empty() : Optional.of(new Quantity(Optional.empty()));
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String suffix = Optional.ofNullable(matcher.group(2)).orElse("");
    int exponent = Optional.ofNullable(matcher.group(3)).map(Integer::parseInt).orElse(0);
    int binary = BINARY.indexOf(suffix);
    BigDecimal unit =
        binary >= 0
            ? new BigDecimal(BigInteger.ONE.shiftLeft(10 * (binary + 1)))
            : BigDecimal.ONE.scaleByPowerOfTen(
                3 * (DECIMAL.indexOf(suffix) - DECIMAL.indexOf("")) + exponent);
    return Optional.of(known(number.multiply(unit)));
  }

  private static Quantity known(BigDecimal value) {
    return new Quantity(Optional.of(value));
  }

  private static Optional<BigDecimal> decimal(Number number) {
    if (number instanceof BigInteger whole) {
      return Optional.of(new BigDecimal(whole));
    }
    double value = number.doubleValue();
    return Double.isFinite(value) ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
  }
}
