package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags label selectors that the API server refuses: keys and values that no label has, expressions
 * without values or with too many.
 */
public final class InvalidLabelSelector implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-label-selector", "label selector is refused")
          .category("invalid")
          .remediation(
              "Write keys and values as labels have them, and values for 'In' and 'NotIn' only.")
          .references(
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors",
              "https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/")
          .build();

  /** Where each kind has selectors: names of fields, and {@code *} for the items of a list. */
  private static final Map<ApiKind, List<String>> PLACES = new HashMap<>();

  static {
    for (String kind : List.of("DaemonSet", "Deployment", "ReplicaSet", "StatefulSet")) {
      PLACES.put(new ApiKind("apps/v1", kind), List.of("spec.selector"));
    }
    PLACES.put(new ApiKind("batch/v1", "Job"), List.of("spec.selector"));
    PLACES.put(new ApiKind("v1", "PersistentVolumeClaim"), List.of("spec.selector"));
    PLACES.put(new ApiKind("policy/v1", "PodDisruptionBudget"), List.of("spec.selector"));
    PLACES.put(
        new ApiKind("networking.k8s.io/v1", "NetworkPolicy"),
        List.of(
            "spec.podSelector",
            "spec.ingress.*.from.*.podSelector",
            "spec.ingress.*.from.*.namespaceSelector",
            "spec.egress.*.to.*.podSelector",
            "spec.egress.*.to.*.namespaceSelector"));
    PLACES.put(
        new ApiKind("rbac.authorization.k8s.io/v1", "ClusterRole"),
        List.of("aggregationRule.clusterRoleSelectors.*"));
    String admission = "admissionregistration.k8s.io/v1";
    for (String kind : List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration")) {
      PLACES.put(
          new ApiKind(admission, kind),
          List.of("webhooks.*.namespaceSelector", "webhooks.*.objectSelector"));
    }
    PLACES.put(
        new ApiKind(admission, "ValidatingAdmissionPolicy"),
        List.of("spec.matchConstraints.namespaceSelector", "spec.matchConstraints.objectSelector"));
    PLACES.put(
        new ApiKind(admission, "ValidatingAdmissionPolicyBinding"),
        List.of(
            "spec.matchResources.namespaceSelector",
            "spec.matchResources.objectSelector",
            "spec.paramRef.selector"));
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return PLACES.keySet();
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    SelectorFaults selectors = new SelectorFaults(violations);
    for (String place : PLACES.get(ApiKind.of(object))) {
      Stream<Field> fields = Stream.of(object.root());
      for (String step : place.split("\\.")) {
        fields =
            fields.flatMap(
                field -> step.equals("*") ? field.items().stream() : Stream.of(field.get(step)));
      }
      fields.forEach(selectors::checkLabels);
    }
  }
}
