package dev.seaworthy.config;

import dev.seaworthy.model.Capability;
import dev.seaworthy.model.Facts;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.yaml.YamlEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values with a form of their own. */
final class Formats {

  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,9})(KiB|MiB)?");
  private static final Map<String, Integer> UNITS = Map.of("KiB", 1 << 10, "MiB", 1 << 20);
  private static final int MAX_SIZE = 1 << 30;

  private static final List<String> CAPABILITIES =
      Stream.of("capabilities", "default_capabilities", "other_capabilities")
          .flatMap(facts -> Facts.about(facts).entries().stream())
          .map(YamlEntry::name)
          .filter(name -> !name.equals(Capability.ALL))
          .sorted()
          .toList();

  private Formats() {}

  /** A version as written: a number would lose the zero of 1.30. */
  static Optional<KubernetesVersion> version(Value value) {
    return value
        .written()
        .flatMap(
            text -> {
              try {
                return Optional.of(KubernetesVersion.parse(text));
              } catch (IllegalArgumentException e) {
                return value.invalid(
                    Value.quoted(text) + " is no Kubernetes version",
                    "Write major and minor version, such as \"" + KubernetesVersion.LATEST + "\".");
              }
            });
  }

  static Optional<LocalDate> date(Value value) {
    return value
        .written()
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeParseException e) {
                return value.invalid(
                    Value.quoted(text) + " is no date",
                    "Write year, month and day, such as 2027-01-31.");
              }
            });
  }

  /** A number of bytes. */
  static Optional<Integer> size(Value value) {
    return value
        .written()
        .flatMap(
            text -> {
              Matcher matcher = SIZE.matcher(text);
              long bytes = matcher.matches() ? bytes(matcher) : Long.MAX_VALUE;
              return bytes <= MAX_SIZE
                  ? Optional.of((int) bytes)
                  : value.invalid(
                      Value.quoted(text) + " is no size from 1 byte to 1024MiB",
                      "Write a number of bytes, or of KiB or MiB, such as 32MiB.");
            });
  }

  /** A pattern for files, as in a {@code .gitignore} file. */
  static Optional<String> pattern(Value value) {
    return value
        .text()
        .flatMap(
            text -> {
              Optional<String> flaw = PathPatterns.flaw(text);
              return flaw.isEmpty()
                  ? Optional.of(text)
                  : value.invalid(
                      "pattern " + Value.quoted(text) + " can match no file", flaw.get());
            });
  }

  /** The names of Linux capabilities, in upper case and without {@code CAP_}. */
  static List<String> capabilities(Value list) {
    return list.items().stream().flatMap(item -> capability(item).stream()).toList();
  }

  private static Optional<String> capability(Value value) {
    return value
        .written()
        .flatMap(
            text ->
                CAPABILITIES.contains(text)
                    ? Optional.of(text)
                    : value.invalid(
                        Value.quoted(text) + " is no capability",
                        Suggestions.question(text, CAPABILITIES)
                            + "Write a name in upper case and without CAP_, such as NET_RAW."));
  }

  private static long bytes(Matcher size) {
    int unit = size.group(2) == null ? 1 : UNITS.getOrDefault(size.group(2), 1);
    return Long.parseLong(size.group(1)) * unit;
  }
}
