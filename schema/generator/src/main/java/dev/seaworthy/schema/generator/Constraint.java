package dev.seaworthy.schema.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a field takes beyond its type.
 *
 * @param values the only texts that are taken, beside the empty one; empty if any is
 * @param limits words of the table {@code limits.txt}
 */
record Constraint(List<String> values, Set<String> limits) {

  private static final String ANY = "any";
  private static final String WITH = "with:";
  private static final String REQUIRED = "required";
  private static final String SOME = "some";
  private static final String NO_FIELDS = "no-fields";
  private static final String PERCENT = "percent";
  private static final Pattern RANGE = Pattern.compile("(-?\\d+)?\\.\\.(-?\\d+)?");
  private static final Set<String> FORMATS =
      Set.of(
          "k8s-short-name",
          "k8s-long-name",
          "k8s-label-key",
          "k8s-label-value",
          "env-name",
          "http-header",
          "ip",
          "cidr",
          "absolute-path");

  static final Constraint NONE = new Constraint(List.of(), Set.of());

  /** Metadata of an object that is kept. */
  static final Constraint NAMED =
      new Constraint(List.of(), Set.of(REQUIRED, WITH + "name|generateName"));

  Constraint {
    for (String word : limits) {
      boolean known =
          word.equals(REQUIRED)
              || word.equals(ANY)
              || word.equals(SOME)
              || word.equals(NO_FIELDS)
              || word.equals(PERCENT)
              || word.startsWith(WITH)
              || FORMATS.contains(word)
              || RANGE.matcher(word).matches();
      if (!known) {
        throw new IllegalArgumentException("limits.txt has the unknown word '" + word + "'");
      }
    }
  }

  boolean isRequired() {
    return limits.contains(REQUIRED);
  }

  /** What holds for a text: its values and its format. */
  String ofText() {
    List<String> keywords = new ArrayList<>();
    if (!values.isEmpty()) {
      String texts = values.stream().map(text -> '"' + text + '"').collect(Collectors.joining(","));
      keywords.add("\"enum\":[" + texts + (limits.contains(SOME) ? "]" : ",\"\"]"));
    }
    limits.stream().filter(FORMATS::contains).forEach(f -> keywords.add("\"format\":\"" + f + '"'));
    return String.join(",", keywords);
  }

  /** What holds for a whole number, whose type has a range as well. */
  String ofNumber(String typeMinimum, String typeMaximum) {
    String minimum = typeMinimum;
    String maximum = typeMaximum;
    for (String word : limits) {
      Matcher range = RANGE.matcher(word);
      if (range.matches()) {
        minimum = range.group(1) == null ? minimum : range.group(1);
        maximum = range.group(2) == null ? maximum : range.group(2);
      }
    }
    return "\"minimum\":" + minimum + ",\"maximum\":" + maximum;
  }

  /** What holds for the texts among numbers. */
  String ofPercentage() {
    return limits.contains(PERCENT) ? "\"pattern\":\"^[0-9]+%$\"" : "";
  }

  /** The members of which one must be there. */
  String ofMembers() {
    for (String word : limits) {
      if (word.startsWith(WITH)) {
        List<String> required =
            Arrays.stream(word.substring(WITH.length()).split("\\|"))
                .map(name -> "\"required\":[\"" + name + "\"]")
                .toList();
        return required.size() == 1
            ? required.get(0)
            : "\"anyOf\":[{" + String.join("},{", required) + "}]";
      }
    }
    return "";
  }

  /** What holds for each item of a list. */
  Constraint ofItems() {
    return new Constraint(
        values, limits.stream().filter(FORMATS::contains).collect(Collectors.toSet()));
  }

  boolean hasNoFields() {
    return limits.contains(NO_FIELDS);
  }

  /**
   * What says that a value is not empty.
   *
   * @param keyword that of its type, such as {@code minItems}
   */
  String notEmpty(String keyword) {
    return limits.contains(SOME) ? '"' + keyword + "\":1" : "";
  }
}
