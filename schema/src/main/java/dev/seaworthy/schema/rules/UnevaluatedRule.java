package dev.seaworthy.schema.rules;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.crd.CustomResource;
import dev.seaworthy.schema.crd.CustomVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Tells of conditions in CEL in the definitions of custom resources, which nobody evaluates here.
 */
final class UnevaluatedRule extends SchemaRule {

  private static final String VALIDATIONS = "x-kubernetes-validations";

  UnevaluatedRule(RuleMetadata metadata, Validation validation) {
    super(metadata, validation);
  }

  @Override
  void check(KubernetesObject object, Verdict verdict, Violations violations) {
    if (!GroupKind.of(object).equals(CustomResource.DEFINITION)) {
      return;
    }
    CustomResource resource = CustomResource.of(object);
    int conditions = 0;
    Optional<Field> first = Optional.empty();
    for (CustomVersion version : resource.versions()) {
      Deque<Field> open = new ArrayDeque<>();
      open.push(version.field());
      while (!open.isEmpty()) {
        Field field = open.pop();
        for (Field member : field.isList() ? field.items() : field.members()) {
          if (member.path().name().equals(VALIDATIONS) && member.isList()) {
            conditions += member.items().size();
            first = first.or(() -> Optional.of(member));
          } else {
            open.push(member);
          }
        }
      }
    }
    if (first.isPresent()) {
      String count = conditions == 1 ? "1 condition" : conditions + " conditions";
      violations.report(
          first.get(),
          "'%s' has %s in CEL, and CEL is not evaluated".formatted(resource.kind().kind(), count));
    }
  }
}
