package dev.seaworthy.helm.values;

import dev.seaworthy.source.Location;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An assignment of values that stands outside of values files, in the syntax of Helm's {@code
 * --set}: {@code image.tag=v1,replicas=2}.
 *
 * @param option what messages call it, such as {@code --helm-set}
 * @param text the assignment
 * @param asText whether each value is text, whatever it looks like: as for {@code --set-string}
 * @param location where it is written, if that is a file
 */
public record SetArgument(String option, String text, boolean asText, Optional<Location> location) {

  /** What separates values, or starts a list. */
  private static final Pattern SPECIAL = Pattern.compile("[\\\\,]|^\\{");

  /** An argument of {@code --helm-set}. */
  public static SetArgument set(String text) {
    return new SetArgument("--helm-set", text, false, Optional.empty());
  }

  /** An argument of {@code --helm-set-string}. */
  public static SetArgument setString(String text) {
    return new SetArgument("--helm-set-string", text, true, Optional.empty());
  }

  /**
   * A single value that is written in a file, such as the configuration.
   *
   * @param path where in the values, in Helm's syntax
   * @param value the value, as it is
   * @param asText whether it is text, whatever it looks like
   * @param location where it is written
   */
  public static SetArgument of(String path, String value, boolean asText, Location location) {
    String escaped = SPECIAL.matcher(value).replaceAll("\\\\$0");
    return new SetArgument("set", path + "=" + escaped, asText, Optional.of(location));
  }

  /** Returns the option and the text, as on a command line. */
  @Override
  public String toString() {
    return option + " " + text;
  }
}
