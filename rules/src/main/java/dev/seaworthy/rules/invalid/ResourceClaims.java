package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The devices that a pod claims, and the containers that use them. */
final class ResourceClaims {

  private static final OneOf ORIGIN = OneOf.of("resourceClaimName", "resourceClaimTemplateName");

  private final Field claims;
  private final boolean known;
  private final Violations violations;
  private final Map<String, Field> names = new LinkedHashMap<>();

  ResourceClaims(Workload workload, Violations violations) {
    this.claims = workload.spec().get("resourceClaims");
    // older servers drop both fields
    this.known = workload.cluster().version().isAtLeast(1, 34);
    this.violations = violations;
    for (Field claim : claims.items()) {
      names.putIfAbsent(claim.get("name").text(), claim.get("name"));
    }
  }

  /** Judges the claims of the pod. */
  void check() {
    for (Field claim : known ? claims.items() : List.<Field>of()) {
      Field name = claim.get("name");
      Field first = names.get(name.text());
      if (first != null && !name.text().isEmpty() && !first.path().equals(name.path())) {
        violations.report(
            Violation.at(name, "two claims have the name '" + name.text() + "'")
                .with(first, "this is the first"));
      }
      ORIGIN.check(claim, "claim '" + name.text() + "'", List.of("name"), violations);
    }
  }

  /** Judges what a container uses of them. */
  void checkUses(Container container) {
    Map<String, Field> used = new HashMap<>();
    Field uses = container.field().get("resources", "claims");
    for (Field use : known ? uses.items() : List.<Field>of()) {
      Field name = use.get("name");
      String text = name.text();
      if (text.isEmpty() || Placeholder.isIn(text)) {
        continue;
      }
      if (!names.containsKey(text)) {
        violations.report(
            name,
            container
                + " uses claim '"
                + text
                + "', which the pod does not have"
                + Suggestions.didYouMean(text, names.keySet()));
      }
      Field first = used.putIfAbsent(text + "/" + use.get("request").text(), name);
      if (first != null) {
        violations.report(
            Violation.at(name, container + " uses claim '" + text + "' twice")
                .with(first, "this is the first"));
      }
    }
  }
}
