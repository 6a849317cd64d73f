package dev.seaworthy.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds rules by what people call them: the id, or another tool's name for the same check, which
 * may cover several rules. Letter case does not count.
 */
public final class RuleCatalog {

  private final List<RuleMetadata> rules;
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, RuleMetadata> byId = new LinkedHashMap<>();
  private final Map<String, List<RuleMetadata>> byAlias = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException if two rules have the same id, or an alias is another's id
   */
  public RuleCatalog(Collection<RuleMetadata> rules) {
    this.rules = rules.stream().sorted(Comparator.comparing(RuleMetadata::id)).toList();
    for (RuleMetadata rule : this.rules) {
      if (byId.putIfAbsent(key(rule.id()), rule) != null) {
        throw new IllegalArgumentException("two rules have the id '" + rule.id() + "'");
      }
    }
    for (RuleMetadata rule : this.rules) {
      names.add(rule.id());
      names.addAll(rule.aliases());
      rule.aliases().forEach(alias -> addAlias(alias, rule));
    }
  }

  /** All rules, sorted by id. */
  public List<RuleMetadata> rules() {
    return rules;
  }

  /** The rule with an id. */
  public Optional<RuleMetadata> get(String id) {
    return Optional.ofNullable(byId.get(key(id)));
  }

  /** The rules with a name: one for an id, and for an alias all that share it. */
  public List<RuleMetadata> find(String name) {
    return get(name).map(List::of).orElseGet(() -> byAlias.getOrDefault(key(name), List.of()));
  }

  /**
   * The rules that a pattern names: an id, an alias, or a pattern over ids with {@code *} for any
   * text.
   */
  public List<RuleMetadata> matching(String pattern) {
    if (!pattern.contains("*")) {
      return find(pattern);
    }
    String[] parts = key(pattern).split("\\*", -1);
    return rules.stream()
        .filter(rule -> matches(rule.id().toLowerCase(Locale.ROOT), parts))
        .toList();
  }

  /**
   * The rules that a pattern names, as in {@link #matching}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public List<RuleMetadata> require(String pattern) {
    List<RuleMetadata> named = matching(pattern);
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no rule '" + pattern + "'" + didYouMean(pattern));
    }
    return named;
  }

  /** All ids and aliases. */
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /** As {@link Suggestions#didYouMean} for all names. */
  public String didYouMean(String name) {
    return Suggestions.didYouMean(name, names);
  }

  private void addAlias(String alias, RuleMetadata rule) {
    RuleMetadata other = byId.get(key(alias));
    if (other != null && other != rule) {
      throw new IllegalArgumentException(
          "an alias of rule '" + rule.id() + "' is the id of '" + other.id() + "'");
    }
    List<RuleMetadata> sharing = byAlias.computeIfAbsent(key(alias), unused -> new ArrayList<>());
    if (!sharing.contains(rule)) {
      sharing.add(rule);
    }
  }

  private static boolean matches(String id, String[] parts) {
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      int found = last ? id.length() - parts[i].length() : id.indexOf(parts[i], at);
      boolean fits = found >= at && id.startsWith(parts[i], found) && (i > 0 || found == 0);
      if (!fits) {
        return false;
      }
      at = found + parts[i].length();
    }
    return true;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
