package dev.seaworthy.schema.rules;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.RuleFailure;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.crd.CustomResource;
import java.util.Set;

/** A rule about what came of holding an object against the schema of its kind. */
abstract class SchemaRule implements ContextRule {

  private static final Set<GroupKind> KINDS = Set.of(CustomResource.DEFINITION);

  /** Kustomize reads these itself and sends them nowhere. */
  private static final String KUSTOMIZE = "kustomize.config.k8s.io";

  private final RuleMetadata metadata;
  private final Validation validation;

  SchemaRule(RuleMetadata metadata, Validation validation) {
    this.metadata = metadata;
    this.validation = validation;
  }

  /** Reports what this rule is about. */
  abstract void check(KubernetesObject object, Verdict verdict, Violations violations);

  @Override
  public final RuleMetadata metadata() {
    return metadata;
  }

  @Override
  public final Set<GroupKind> kinds() {
    return KINDS;
  }

  @Override
  public final void check(KubernetesObject object, ScannedObjects scanned, Violations violations) {
    if (object.reference().group().equals(KUSTOMIZE)) {
      return;
    }
    Verdict verdict = validation.of(object, scanned);
    check(object, verdict, violations);
    if (!verdict.problems().isEmpty() && verdict.told().compareAndSet(false, true)) {
      throw new RuleFailure(verdict.problems());
    }
  }

  final Schemas schemas() {
    return validation.schemas();
  }
}
