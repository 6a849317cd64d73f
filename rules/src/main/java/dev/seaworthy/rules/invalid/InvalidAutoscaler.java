package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.Map;
import java.util.Set;

/**
 * Flags autoscalers that the API server refuses: more replicas at least than at most, a metric of
 * another type than it says, a target without a value.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidAutoscaler implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-autoscaler", "bounds or metric of an autoscaler are refused")
          .category("invalid")
          .remediation(
              "Write 'maxReplicas' no less than 'minReplicas', and for each metric the one field"
                  + " that its type names, with a target.")
          .references(
              "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/")
          .build();

  private static final ApiKind V1 = new ApiKind("autoscaling/v1", "HorizontalPodAutoscaler");
  private static final ApiKind V2 = new ApiKind("autoscaling/v2", "HorizontalPodAutoscaler");

  /** Where autoscalers of the first version have the metrics that it has no fields for. */
  private static final String METRICS = "autoscaling.alpha.kubernetes.io/metrics";

  /** The field that a type of metric names. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "ContainerResource", "containerResource",
          "External", "external",
          "Object", "object",
          "Pods", "pods",
          "Resource", "resource");

  private static final Set<String> FROM_ELSEWHERE = Set.of("Object", "External");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(V1, V2);
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field spec = object.root().get("spec");
    checkBounds(object, spec, violations);
    Field target = spec.get("scaleTargetRef");
    RefusedName.check("kind", target.get("kind"), NameFormat.PATH_SEGMENT, violations);
    RefusedName.check("name", target.get("name"), NameFormat.PATH_SEGMENT, violations);
    for (Field metric : spec.get("metrics").items()) {
      checkMetric(metric, violations);
    }
  }

  private static void checkBounds(KubernetesObject object, Field spec, Violations violations) {
    Field min = spec.get("minReplicas");
    Field max = spec.get("maxReplicas");
    long least = min.integer().orElse(1L);
    if (max.integer().filter(most -> most > 0 && most < least).isPresent()) {
      violations.report(
          Violation.at(max, "'maxReplicas' " + max.text() + " is below 'minReplicas' " + min.text())
              .with(min, "this is the least"));
    }
    boolean toZero =
        object.annotation(METRICS).isPresent()
            || spec.get("metrics").items().stream()
                .map(metric -> metric.get("type").text())
                .anyMatch(type -> FROM_ELSEWHERE.contains(type) || !FIELDS.containsKey(type));
    if (least == 0 && !toZero) {
      violations.report(
          min, "'minReplicas' is 0, which needs a metric of type 'Object' or 'External'");
    }
  }

  private static void checkMetric(Field metric, Violations violations) {
    String type = metric.get("type").text();
    String wanted = FIELDS.get(type);
    if (wanted == null) {
      return;
    }
    boolean known = true;
    for (Field field : metric.members()) {
      String name = field.path().name();
      boolean other = FIELDS.containsValue(name) && !name.equals(wanted);
      if (other && field.isPresent()) {
        violations.report(
            Violation.at(
                    field,
                    "'"
                        + name
                        + "' is not for a metric of type '"
                        + type
                        + "', which has '"
                        + wanted
                        + "'")
                .with(metric.get("type"), "this is its type"));
      }
      known &= FIELDS.containsValue(name) && !other || name.equals("type");
    }
    Field source = metric.get(wanted);
    if (known && !source.isPresent()) {
      violations.report(metric, "a metric of type '" + type + "' needs '" + wanted + "'");
    }
    RefusedName.check(
        "name of a metric", source.get("metric", "name"), NameFormat.PATH_SEGMENT, violations);
    MetricTarget.of(type, source.get("target")).check(violations);
  }
}
