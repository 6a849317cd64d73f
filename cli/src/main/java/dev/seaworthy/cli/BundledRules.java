package dev.seaworthy.cli;

import dev.seaworthy.rego.policy.BundledPolicies;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rules.JavaRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The rules that come with the program, in both languages. */
public final class BundledRules {

  private BundledRules() {}

  /** All of them, sorted by id. */
  public static List<Rule> all() {
    return Stream.concat(JavaRules.all().stream(), BundledPolicies.rules().stream())
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
