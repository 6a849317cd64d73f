package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Flags admission policies that judge nothing, and bindings without exactly one way to their
 * parameters.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidAdmissionPolicy implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-admission-policy", "admission policy is refused")
          .category("invalid")
          .remediation(
              "Give a policy 'validations' or 'auditAnnotations', and its binding the name or the"
                  + " selector of the parameters.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/",
              "https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/validating-admission-policy-v1/")
          .build();

  private static final String API = "admissionregistration.k8s.io/v1";
  private static final ApiKind POLICY = new ApiKind(API, "ValidatingAdmissionPolicy");
  private static final ApiKind BINDING = new ApiKind(API, "ValidatingAdmissionPolicyBinding");
  private static final List<String> JUDGE = List.of("validations", "auditAnnotations");
  private static final Set<String> KNOWN =
      Set.of(
          "auditAnnotations",
          "failurePolicy",
          "matchConditions",
          "matchConstraints",
          "paramKind",
          "validations",
          "variables");
  private static final OneOf PARAMETERS = OneOf.of("name", "selector");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(POLICY, BINDING);
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field spec = object.root().get("spec");
    if (ApiKind.of(object).equals(BINDING)) {
      PARAMETERS.check(
          spec.get("paramRef"),
          "'paramRef'",
          List.of("namespace", "parameterNotFoundAction"),
          violations);
      return;
    }
    boolean misspelt =
        spec.members().stream().anyMatch(field -> !KNOWN.contains(field.path().name()));
    boolean nothing = JUDGE.stream().allMatch(list -> spec.get(list).items().isEmpty());
    if (spec.isMapping() && nothing && !misspelt) {
      violations.report(spec, "the policy needs 'validations' or 'auditAnnotations'");
    }
    checkConditions(spec.get("matchConditions"), violations);
  }

  private static void checkConditions(Field conditions, Violations violations) {
    Map<String, Field> names = new HashMap<>();
    for (Field condition : conditions.items()) {
      Field name = condition.get("name");
      RefusedName.checkQualified("name of a condition", name, violations);
      Field first = name.text().isEmpty() ? null : names.putIfAbsent(name.text(), name);
      if (first != null) {
        violations.report(
            Violation.at(name, "two conditions have the name '" + name.text() + "'")
                .with(first, "this is the first"));
      }
    }
  }
}
