package dev.seaworthy.rego.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases that are not expected to pass, and why. Each line of the file has a pattern, a tab and
 * a reason. The pattern is {@code built-in} and a regular expression for the name of a built-in
 * that is missing, or {@code case} and one for the area and note of a case, {@code area: note}.
 */
final class Exclusions {

  private static final String FILE = "exclusions.tsv";
  private static final Pattern MISSING =
      Pattern.compile("rego_type_error: built-in function (\\S+) is not supported");

  private final Map<Pattern, String> builtins = new LinkedHashMap<>();
  private final Map<Pattern, String> cases = new LinkedHashMap<>();

  static Exclusions read() {
    try (InputStream in = Exclusions.class.getResourceAsStream(FILE)) {
      Exclusions exclusions = new Exclusions();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(exclusions::add);
      return exclusions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] columns = line.split("\t", 2);
    String[] pattern = columns[0].split(" ", 2);
    Map<Pattern, String> target = pattern[0].equals("built-in") ? builtins : cases;
    target.put(Pattern.compile(pattern[1]), columns[1]);
  }

  /** Why a case that failed is excluded; empty if it is not. */
  Optional<String> reason(ConformanceCase one, String failure) {
    Matcher missing = MISSING.matcher(failure);
    if (missing.find()) {
      return matching(builtins, missing.group(1));
    }
    return matching(cases, one.toString());
  }

  private static Optional<String> matching(Map<Pattern, String> reasons, String text) {
    return reasons.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(text).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
