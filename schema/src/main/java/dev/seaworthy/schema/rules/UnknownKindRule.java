package dev.seaworthy.schema.rules;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.OncePerMessage;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.ApiHistory;
import java.util.Set;

/** Tells of kinds without a schema, each once: their objects are held against nothing. */
final class UnknownKindRule extends SchemaRule implements OncePerMessage {

  UnknownKindRule(RuleMetadata metadata, Validation validation) {
    super(metadata, validation);
  }

  @Override
  void check(KubernetesObject object, Verdict verdict, Violations violations) {
    if (verdict.isKnown()) {
      return;
    }
    String apiVersion = object.reference().apiVersion();
    KubernetesVersion target = object.cluster().version();
    if (schemas().history().removedIn(apiVersion, object.kind()).isEmpty()) {
      violations.report(
          object.root().get("kind"),
          "no schema is known for '%s' of '%s'%s"
              .formatted(object.kind(), apiVersion, hint(apiVersion, object.kind(), target)));
    }
  }

  private String hint(String apiVersion, String kind, KubernetesVersion target) {
    ApiHistory history = schemas().history();
    var added = history.addedIn(apiVersion, kind).filter(version -> version.compareTo(target) > 0);
    if (added.isPresent()) {
      return ": it comes with Kubernetes " + added.get();
    }
    Set<String> kinds = history.kinds(apiVersion, target);
    if (kinds.contains(kind)) {
      // only the user's own locations are without it
      return "";
    }
    return kinds.isEmpty()
        ? history
            .replacement(apiVersion, kind, target)
            .map(other -> "; did you mean '" + other + "'?")
            .orElse("")
        : Suggestions.didYouMean(kind, kinds);
  }
}
