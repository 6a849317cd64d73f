package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths into data as text. */
final class Paths {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Paths() {}

  /** Returns the path as OPA prints it, such as {@code data.a["b c"]}. */
  static String display(List<RegoValue> path) {
    return path.stream().map(Paths::step).collect(Collectors.joining("", "data", ""));
  }

  static String step(RegoValue step) {
    boolean plain =
        step instanceof RegoString string && IDENTIFIER.matcher(string.value()).matches();
    return plain ? "." + ((RegoString) step).value() : "[" + step + "]";
  }
}
