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
      throw new UsageException("there is no rule '" + name + "'" + hint(catalog, name));
    }
    return rules;
  }

  private static String hint(RuleCatalog catalog, String name) {
    if (!Coverage.read().withoutRule(name).isEmpty()) {
      return "; 'seaworthy explain " + name + "' says why";
    }
    String near = catalog.didYouMean(name);
    return near.isEmpty() ? "; 'seaworthy rules' lists them all" : near;
  }
}
