package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Flags what the scheduler cannot be asked for: tolerations whose fields do not fit each other,
 * selectors of nodes and pods without what their operators need, and constraints that come twice.
 */
public final class InvalidScheduling implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-scheduling", "constraint of scheduling is refused")
          .category("invalid")
          .remediation("Give the field what its operator or effect needs, and no more.")
          .references(
              "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
              "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/",
              "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/")
          .build();

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final String SELECTOR = "labelSelector";
  private static final Set<String> COMPARING = Set.of("Lt", "Gt");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    Field spec = workload.spec();
    KubernetesVersion version = workload.cluster().version();
    spec.get("tolerations").items().forEach(item -> checkToleration(item, violations));
    SelectorFaults selectors = new SelectorFaults(violations);
    checkNodes(spec.get("affinity", "nodeAffinity"), version, selectors);
    for (String kind : List.of("podAffinity", "podAntiAffinity")) {
      Field affinity = spec.get("affinity", kind);
      affinity.get(REQUIRED).items().forEach(term -> checkPods(term, version, selectors));
      affinity
          .get(PREFERRED)
          .items()
          .forEach(t -> checkPods(t.get("podAffinityTerm"), version, selectors));
    }
    checkSpread(spec.get("topologySpreadConstraints"), version, selectors, violations);
    checkGates(spec.get("schedulingGates"), violations);
  }

  private static void checkToleration(Field toleration, Violations violations) {
    Field operator = toleration.get("operator");
    Field value = toleration.get("value");
    Field effect = toleration.get("effect");
    Field seconds = toleration.get("tolerationSeconds");
    if (!toleration.isMapping() || Placeholder.isIn(operator.text())) {
      return;
    }
    boolean exists = operator.text().equals("Exists");
    if (toleration.get("key").text().isEmpty() && !exists) {
      violations.report(operator, "a toleration without a 'key' needs 'operator' 'Exists'");
    } else if (exists && !value.text().isEmpty()) {
      violations.report(
          Violation.at(value, "a toleration with 'operator' 'Exists' has no 'value'")
              .with(operator, "this is the operator"));
    } else if (COMPARING.contains(operator.text()) && !isWhole(value.text())) {
      violations.report(
          Violation.at(value, "'operator' '" + operator.text() + "' compares with a whole number")
              .with(operator, "this is the operator"));
    }
    boolean other = !effect.text().equals("NoExecute") && !Placeholder.isIn(effect.text());
    if (seconds.isPresent() && other) {
      violations.report(
          Violation.at(seconds, "'tolerationSeconds' is for 'effect' 'NoExecute'")
              .with(effect, effect.isPresent() ? "this is the effect" : "none is given"));
    }
  }

  private static boolean isWhole(String text) {
    return text.matches("0|-?[1-9][0-9]{0,18}") || Placeholder.isIn(text);
  }

  private static void checkNodes(Field affinity, KubernetesVersion version, SelectorFaults faults) {
    boolean values = version.isAtLeast(1, 33);
    for (Field term : affinity.get(REQUIRED, "nodeSelectorTerms").items()) {
      faults.checkNodes(term, values);
    }
    for (Field term : affinity.get(PREFERRED).items()) {
      faults.checkNodes(term.get("preference"), false);
    }
  }

  private static void checkPods(Field term, KubernetesVersion version, SelectorFaults faults) {
    faults.checkLabels(term.get(SELECTOR));
    faults.checkLabels(term.get("namespaceSelector"));
    // older servers drop both lists of keys
    if (version.isAtLeast(1, 31)) {
      faults.checkKeys(term.get("matchLabelKeys"), term.get(SELECTOR));
      faults.checkKeys(term.get("mismatchLabelKeys"), term.get(SELECTOR));
    }
  }

  private static void checkSpread(
      Field constraints, KubernetesVersion version, SelectorFaults faults, Violations violations) {
    Map<String, Field> seen = new HashMap<>();
    for (Field constraint : constraints.items()) {
      Field key = constraint.get("topologyKey");
      Field otherwise = constraint.get("whenUnsatisfiable");
      boolean clear = !Placeholder.isIn(key.text() + otherwise.text());
      Field first =
          key.text().isEmpty() || !clear
              ? null
              : seen.putIfAbsent(key.text() + " " + otherwise.text(), key);
      if (first != null) {
        violations.report(
            Violation.at(
                    key,
                    "two constraints have 'topologyKey' '"
                        + key.text()
                        + "' and 'whenUnsatisfiable' '"
                        + otherwise.text()
                        + "'")
                .with(first, "this is the first"));
      }
      Field domains = constraint.get("minDomains");
      boolean anyway = otherwise.text().equals("ScheduleAnyway");
      if (version.isAtLeast(1, 30) && domains.isPresent() && anyway) {
        violations.report(
            Violation.at(domains, "'minDomains' is for 'whenUnsatisfiable' 'DoNotSchedule'")
                .with(otherwise, "this is what is given"));
      }
      faults.checkLabels(constraint.get(SELECTOR));
      if (version.isAtLeast(1, 27)) {
        faults.checkKeys(constraint.get("matchLabelKeys"), constraint.get(SELECTOR));
      }
    }
  }

  private static void checkGates(Field gates, Violations violations) {
    Map<String, Field> seen = new HashMap<>();
    for (Field gate : gates.items()) {
      Field name = gate.get("name");
      Field first = name.text().isEmpty() ? null : seen.putIfAbsent(name.text(), name);
      if (first != null) {
        violations.report(
            Violation.at(name, "two scheduling gates have the name '" + name.text() + "'")
                .with(first, "this is the first"));
      }
    }
  }
}
