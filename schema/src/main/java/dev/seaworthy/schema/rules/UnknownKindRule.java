package dev.seaworthy.schema.rules;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.OncePerMessage;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.ApiHistory;

/** Tells of kinds without a schema, each once: their objects are held against nothing. */
final class UnknownKindRule extends SchemaRule implements OncePerMessage {

  UnknownKindRule(RuleMetadata metadata, Validation validation) {
    super(metadata, validation);
  }

  @Override
  void check(KubernetesObject object, Verdict verdict, Violations violations) {
    ApiHistory history = schemas().history();
    String apiVersion = object.reference().apiVersion();
    if (verdict.isKnown()
        || history.removedIn(apiVersion, object.kind()).isPresent()
        || NoSuchKindRule.violation(object, history).isPresent()) {
      return;
    }
    violations.report(
        object.root().get("kind"),
        "no schema is known for '%s' of '%s'%s"
            .formatted(object.kind(), apiVersion, hint(object, history)));
  }

  private static String hint(KubernetesObject object, ApiHistory history) {
    KubernetesVersion target = object.cluster().version();
    if (history.isServed(object.reference().apiVersion(), object.kind(), target)) {
      // only the user's own locations are without it
      return "";
    }
    return KindSearch.find(history, object.reference(), target)
        .map(meant -> meant.question(object.reference()))
        .orElse("");
  }
}
