package dev.seaworthy.schema.rules;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.validate.SchemaViolation;
import dev.seaworthy.yaml.YamlMapping;
import java.util.Optional;

/**
 * Flags fields that their place does not have. Those that secure something are worse than the
 * others: the object is accepted, and unprotected.
 */
final class UnknownFieldRule extends FieldRule {

  UnknownFieldRule(RuleMetadata metadata, Validation validation) {
    super(metadata, SchemaViolation.Kind.UNKNOWN_FIELD, validation);
  }

  @Override
  void report(
      KubernetesObject object, Verdict verdict, SchemaViolation violation, Violations violations) {
    FieldPath path = violation.path();
    if (object.isPatch() && path.name().startsWith("$")) {
      return;
    }
    Optional<String> near = Suggestions.nearest(path.name(), violation.fields());
    Violation unknown =
        Violation.at(atKey(object, path), violation.message() + hint(verdict, path, near));
    violations.report(
        SecurityFields.concerns(path, near) ? unknown.withSeverity(Severity.HIGH) : unknown);
  }

  private static String hint(Verdict verdict, FieldPath path, Optional<String> near) {
    if (near.isPresent()) {
      return "; did you mean '" + near.get() + "'?";
    }
    return verdict
        .schema()
        .flatMap(schema -> schema.names().home(path))
        .map(home -> "; it belongs in '" + home + "'")
        .orElse("");
  }

  private static Field atKey(KubernetesObject object, FieldPath path) {
    Field field = object.root().get(path);
    Optional<YamlMapping> parent =
        object
            .root()
            .get(path.parent().orElse(FieldPath.ROOT))
            .node()
            .filter(YamlMapping.class::isInstance)
            .map(YamlMapping.class::cast);
    return parent
        .flatMap(mapping -> mapping.entry(path.name()))
        .map(entry -> field.shownAt(entry.key()))
        .orElse(field);
  }
}
