package dev.seaworthy.schema.rules;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.validate.SchemaViolation;

/** A rule about fields that are wrong in one way. */
class FieldRule extends SchemaRule {

  private final SchemaViolation.Kind kind;

  FieldRule(RuleMetadata metadata, SchemaViolation.Kind kind, Validation validation) {
    super(metadata, validation);
    this.kind = kind;
  }

  @Override
  final void check(KubernetesObject object, Verdict verdict, Violations violations) {
    for (SchemaViolation violation : verdict.violations()) {
      if (violation.kind() == kind) {
        report(object, verdict, violation, violations);
      }
    }
  }

  void report(
      KubernetesObject object, Verdict verdict, SchemaViolation violation, Violations violations) {
    violations.report(object.root().get(violation.path()), violation.message());
  }
}
