package dev.seaworthy.schema.rules;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.ApiHistory;

/** Flags API versions that the target version of Kubernetes serves and a later one does not. */
final class DeprecatedVersionRule extends SchemaRule {

  DeprecatedVersionRule(RuleMetadata metadata, Validation validation) {
    super(metadata, validation);
  }

  @Override
  void check(KubernetesObject object, Verdict verdict, Violations violations) {
    ApiHistory history = schemas().history();
    String apiVersion = object.reference().apiVersion();
    KubernetesVersion target = object.cluster().version();
    boolean isStillToCome =
        history
            .addedIn(apiVersion, object.kind())
            .filter(version -> version.compareTo(target) > 0)
            .isPresent();
    if (verdict.notServed().isPresent() || history.isLast(target) || isStillToCome) {
      return;
    }
    history
        .removedIn(apiVersion, object.kind())
        .filter(version -> version.compareTo(target) > 0)
        .ifPresent(
            version ->
                violations.report(
                    object.root().get("apiVersion"),
                    "'%s' has no '%s' from Kubernetes %s on%s"
                        .formatted(
                            apiVersion,
                            object.kind(),
                            version,
                            RemovedVersionRule.instead(
                                history.replacement(apiVersion, object.kind(), target)))));
  }
}
