package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rules.Enumeration;
import java.util.List;

/**
 * Fields of which the API server wants exactly one.
 *
 * @param names their names
 */
record OneOf(List<String> names) {

  static OneOf of(String... names) {
    return new OneOf(List.of(names));
  }

  /** Those that are there, in the order of the text; the empty text counts as nothing. */
  List<Field> in(Field mapping) {
    return mapping.members().stream()
        .filter(member -> member.isPresent() && names.contains(member.path().name()))
        .filter(member -> member.string().filter(String::isEmpty).isEmpty())
        .toList();
  }

  /**
   * Reports one too many, or that none is there. A field of another name may be one of them
   * misspelt, so then nothing is said to be missing.
   *
   * @param what names the mapping in the message
   * @param others the fields that the mapping has beside them
   */
  void check(Field mapping, String what, List<String> others, Violations violations) {
    List<Field> given = in(mapping);
    if (given.size() > 1) {
      reportTwo(given, what, violations);
    } else if (given.isEmpty() && mapping.isMapping() && knows(mapping, others)) {
      List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
      violations.report(mapping, what + " needs " + Enumeration.of(quoted, " or "));
    }
  }

  /** Reports one too many. */
  void reportTwo(List<Field> given, String what, Violations violations) {
    String first = given.get(0).path().name();
    Field second = given.get(1);
    violations.report(
        Violation.at(
                second,
                what + " has both '" + first + "' and '" + second.path().name() + "': keep one")
            .with(given.get(0), "this is the first"));
  }

  private boolean knows(Field mapping, List<String> others) {
    return mapping.members().stream()
        .map(member -> member.path().name())
        .allMatch(name -> names.contains(name) || others.contains(name));
  }
}
