package dev.seaworthy.engine;

import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules run, and how bad their violations are. Rules are named by id, alias, or a pattern
 * over ids with {@code *}. Of several statements on one rule the later component wins.
 *
 * @param profile the set to start from
 * @param enabled rules switched on ({@code true}) or off beyond the profile
 * @param only where not empty: exactly these rules, instead of profile and {@code enabled}
 * @param skip rules switched off in any case
 * @param severities severities other than the rule's own
 */
public record RuleSelection(
    Profile profile,
    Map<String, Boolean> enabled,
    List<String> only,
    List<String> skip,
    Map<String, Severity> severities) {

  /** The recommended rules with their own severities. */
  public static final RuleSelection DEFAULT = of(Profile.RECOMMENDED);

  public RuleSelection {
    // not Map.copyOf: of two patterns that name the same rule the later one counts
    enabled = Collections.unmodifiableMap(new LinkedHashMap<>(enabled));
    only = List.copyOf(only);
    skip = List.copyOf(skip);
    severities = Collections.unmodifiableMap(new LinkedHashMap<>(severities));
  }

  /** The rules of a profile. */
  public static RuleSelection of(Profile profile) {
    return new RuleSelection(profile, Map.of(), List.of(), List.of(), Map.of());
  }

  /** The rules that run, by id, with the severities they run with. */
  Map<String, RuleMetadata> resolve(RuleCatalog catalog) {
    Map<String, RuleMetadata> selected = new LinkedHashMap<>();
    if (only.isEmpty()) {
      for (RuleMetadata rule : catalog.rules()) {
        if (profile.includes(rule.profile())) {
          selected.put(rule.id(), rule);
        }
      }
      enabled.forEach((name, on) -> apply(catalog, selected, name, on));
    } else {
      only.forEach(name -> apply(catalog, selected, name, true));
    }
    skip.forEach(name -> apply(catalog, selected, name, false));
    severities.forEach(
        (name, severity) ->
            catalog
                .require(name)
                .forEach(
                    rule ->
                        selected.computeIfPresent(
                            rule.id(), (id, known) -> known.withSeverity(severity))));
    return selected;
  }

  private static void apply(
      RuleCatalog catalog, Map<String, RuleMetadata> selected, String name, boolean on) {
    for (RuleMetadata rule : catalog.require(name)) {
      if (on) {
        selected.put(rule.id(), rule);
      } else {
        selected.remove(rule.id());
      }
    }
  }
}
