package dev.seaworthy.schema.rules;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.ApiHistory;
import java.util.Optional;

/** Flags kinds that are meant to be Kubernetes' own and that the target version does not have. */
final class NoSuchKindRule extends SchemaRule {

  NoSuchKindRule(RuleMetadata metadata, Validation validation) {
    super(metadata, validation);
  }

  @Override
  void check(KubernetesObject object, Verdict verdict, Violations violations) {
    if (!verdict.isKnown()) {
      violation(object, schemas().history()).ifPresent(violations::report);
    }
  }

  /**
   * What is wrong with an object that has no schema.
   *
   * @return empty if the target version has the kind, had it, or is not certain to refuse it
   */
  static Optional<Violation> violation(KubernetesObject object, ApiHistory history) {
    ObjectReference written = object.reference();
    KubernetesVersion target = object.cluster().version();
    String apiVersion = written.apiVersion();
    if (history.isServed(apiVersion, written.kind(), target)) {
      return Optional.empty();
    }
    Optional<KubernetesVersion> added = history.addedIn(apiVersion, written.kind());
    if (added.isPresent()) {
      return added
          .filter(version -> version.compareTo(target) > 0)
          .map(version -> notYet(object, history, version));
    }
    if (history.removedIn(apiVersion, written.kind()).isPresent()) {
      return Optional.empty();
    }
    return KindSearch.find(history, written, target)
        .filter(KindSuggestion::isCertain)
        .map(
            meant ->
                Violation.at(
                    object.root().get(meant.wrongField(written)),
                    noKind(written) + " in Kubernetes" + meant.question(written)));
  }

  private static Violation notYet(
      KubernetesObject object, ApiHistory history, KubernetesVersion added) {
    ObjectReference written = object.reference();
    String question =
        history
            .replacement(written.apiVersion(), written.kind(), object.cluster().version())
            .map(other -> new KindSuggestion(other, written.kind(), true).question(written))
            .orElse("");
    return Violation.at(
        object.root().get("apiVersion"),
        noKind(written) + " before Kubernetes " + added + question);
  }

  private static String noKind(ObjectReference written) {
    return "'" + written.apiVersion() + "' has no kind '" + written.kind() + "'";
  }
}
