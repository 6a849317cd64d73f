package dev.seaworthy.rules.admission;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.podsecurity.NamespacePolicy;
import dev.seaworthy.podsecurity.NamespacePolicy.Demand;
import dev.seaworthy.podsecurity.NamespacePolicy.Mode;
import dev.seaworthy.podsecurity.PodSecurityViolation;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what the admission of the API server will do with the pods of a workload, given the labels
 * of its namespace: one finding for the worst of it.
 *
 * <p>What is enforced strikes pods, whoever creates them. Warnings and audit records are given for
 * the built-in kinds alone, already when the workload itself is created.
 */
public final class PodSecurityAdmission implements ContextRule {

  /** What the plugin looks at. */
  private static final Set<GroupKind> JUDGED =
      Set.of(
          GroupKind.core("Pod"),
          GroupKind.core("PodTemplate"),
          GroupKind.core("ReplicationController"),
          new GroupKind("apps", "ReplicaSet"),
          new GroupKind("apps", "Deployment"),
          new GroupKind("apps", "StatefulSet"),
          new GroupKind("apps", "DaemonSet"),
          new GroupKind("batch", "Job"),
          new GroupKind("batch", "CronJob"));

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("pod-security-admission", "namespace does not admit the pod")
          .severity(Severity.MEDIUM)
          .category("admission")
          .remediation(
              "Mend what the checks name, or put the workload into a namespace that allows it.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(NamespacePolicy.NAMESPACE);
  }

  @Override
  public void check(KubernetesObject object, ScannedObjects scanned, Violations violations) {
    if (object.workloads().isEmpty() || object.namespace().isEmpty()) {
      return;
    }
    List<NamespacePolicy> policies =
        NamespacePolicy.named(object.namespace().get(), object, scanned);
    for (Workload workload : object.workloads()) {
      verdict(workload, policies).ifPresent(verdict -> violations.report(verdict.violation()));
    }
  }

  /** The worst that any of the namespaces does. */
  private static Optional<Verdict> verdict(Workload workload, List<NamespacePolicy> policies) {
    for (Mode mode : Mode.values()) {
      boolean applies = mode == Mode.ENFORCE || JUDGED.contains(GroupKind.of(workload.object()));
      for (NamespacePolicy policy : applies ? policies : List.<NamespacePolicy>of()) {
        Demand demand = policy.demand(mode);
        List<PodSecurityViolation> violated = demand.violations(workload);
        if (!violated.isEmpty()) {
          return Optional.of(new Verdict(workload.object(), mode, demand, violated));
        }
      }
    }
    return Optional.empty();
  }

  /** What a namespace does with a pod. */
  private record Verdict(
      KubernetesObject object, Mode mode, Demand demand, List<PodSecurityViolation> violated) {

    Violation violation() {
      String checks =
          violated.stream().map(PodSecurityViolation::check).collect(Collectors.joining(", "));
      Violation violation =
          Violation.at(
                  violated.get(0).fields().get(0), consequence() + " '" + demand + "' by " + checks)
              .with(demand.label(), "the namespace says so here");
      for (PodSecurityViolation each : violated) {
        violation = violation.with(each.fields().get(0), each.toString());
      }
      return violation;
    }

    private String consequence() {
      String namespace = "namespace '" + object.namespace().orElseThrow() + "'";
      boolean pod = object.kind().equals("Pod");
      String subject = pod ? "this pod" : "the pods of this " + object.kind();
      String violates = pod ? ": it violates" : ": they violate";
      return switch (mode) {
        case ENFORCE -> namespace + " refuses " + subject + violates;
        case WARN -> namespace + " warns about " + subject + violates;
        case AUDIT -> namespace + " records " + subject + " in the audit log" + violates;
      };
    }
  }
}
