package dev.seaworthy.cli;

import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import java.util.List;

/** Understands what users call rules. */
final class RuleNames {

  private RuleNames() {}

  /**
   * The rules that an id, an alias or a pattern names, at least one.
   *
   * @throws UsageException if it names none
   */
  static List<RuleMetadata> named(RuleCatalog catalog, String name) throws UsageException {
    List<RuleMetadata> rules = catalog.matching(name);
    if (rules.isEmpty()) {
      String near = catalog.didYouMean(name);
      throw new UsageException(
          "there is no rule '"
              + name
              + "'"
              + (near.isEmpty() ? "; 'seaworthy rules' lists them all" : near));
    }
    return rules;
  }
}
