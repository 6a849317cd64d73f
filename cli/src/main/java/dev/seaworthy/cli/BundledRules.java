package dev.seaworthy.cli;

import dev.seaworthy.rego.policy.BundledPolicies;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rules.JavaRules;
import dev.seaworthy.schema.rules.SchemaRules;
import dev.seaworthy.schema.rules.Schemas;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The rules that come with the program, in both languages. */
public final class BundledRules {

  private BundledRules() {}

  /** All of them, sorted by id. */
  public static List<Rule> all() {
    return all(Schemas.bundled());
  }

  /**
   * All of them, sorted by id.
   *
   * @param schemas what objects are held against
   */
  static List<Rule> all(Schemas schemas) {
    return Stream.of(JavaRules.all(), BundledPolicies.rules(), SchemaRules.of(schemas))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(rule -> rule.metadata().id()))
        .toList();
  }

  /** The language that a rule is written in: {@code java} or {@code rego}. */
  static String language(String ruleId) {
    return isRego(ruleId) ? "rego" : "java";
  }

  /** Whether this is the id of a bundled policy. */
  static boolean isRego(String ruleId) {
    return BundledPolicies.rules().stream().anyMatch(rule -> rule.metadata().id().equals(ruleId));
  }
}
