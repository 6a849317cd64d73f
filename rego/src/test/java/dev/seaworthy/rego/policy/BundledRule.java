package dev.seaworthy.rego.policy;

import dev.seaworthy.rule.Rule;

/** The bundled policies by name, for their tests. */
final class BundledRule {

  private BundledRule() {}

  static Rule named(String id) {
    return BundledPolicies.rules().stream()
        .filter(rule -> rule.metadata().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no policy '" + id + "'"));
  }
}
