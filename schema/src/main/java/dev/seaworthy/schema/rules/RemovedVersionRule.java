package dev.seaworthy.schema.rules;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.ApiHistory;
import java.util.Optional;

/** Flags API versions that the target version of Kubernetes, or the definition, does not serve. */
final class RemovedVersionRule extends SchemaRule {

  RemovedVersionRule(RuleMetadata metadata, Validation validation) {
    super(metadata, validation);
  }

  @Override
  void check(KubernetesObject object, Verdict verdict, Violations violations) {
    verdict
        .notServed()
        .or(() -> verdict.isKnown() ? Optional.empty() : removed(object))
        .ifPresent(message -> violations.report(object.root().get("apiVersion"), message));
  }

  private Optional<String> removed(KubernetesObject object) {
    ApiHistory history = schemas().history();
    String apiVersion = object.reference().apiVersion();
    KubernetesVersion target = object.cluster().version();
    return history
        .removedIn(apiVersion, object.kind())
        .filter(version -> version.compareTo(target) <= 0)
        .map(
            version ->
                "'%s' has no '%s' since Kubernetes %s%s"
                    .formatted(
                        apiVersion,
                        object.kind(),
                        version,
                        instead(history.replacement(apiVersion, object.kind(), target))));
  }

  static String instead(Optional<String> replacement) {
    return replacement.map(other -> "; '" + other + "' replaces it").orElse("");
  }
}
