package dev.seaworthy.rego.policy;

import dev.seaworthy.rule.RuleMetadata;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names of rules, which have to tell them apart; letter case does not count. */
final class TakenNames {

  private final Set<String> ids = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();

  /**
   * @param taken rules that are there already
   */
  TakenNames(Collection<RuleMetadata> taken) {
    taken.forEach(this::put);
  }

  /**
   * Takes the names of a rule, unless they are in conflict with those of another.
   *
   * @return the conflict, if there is one
   */
  Optional<String> add(RuleMetadata rule) {
    if (ids.contains(key(rule.id()))) {
      return Optional.of("there is another rule with the id '" + rule.id() + "'");
    }
    if (aliases.contains(key(rule.id()))) {
      return Optional.of("the id '" + rule.id() + "' is an alias of another rule");
    }
    for (String alias : rule.aliases()) {
      if (ids.contains(key(alias))) {
        return Optional.of("the alias '" + alias + "' is the id of another rule");
      }
    }
    put(rule);
    return Optional.empty();
  }

  private void put(RuleMetadata rule) {
    ids.add(key(rule.id()));
    rule.aliases().forEach(alias -> aliases.add(key(alias)));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
