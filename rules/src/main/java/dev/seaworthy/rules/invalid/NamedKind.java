package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.NameFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A built-in kind whose format of names is known.
 *
 * @param kind the kind
 * @param newest the format of its names; that of some depends on the version
 */
record NamedKind(GroupKind kind, NameFormat newest) {

  private static final GroupKind SERVICE = GroupKind.core("Service");

  private static final GroupKind STATEFUL_SET = new GroupKind("apps", "StatefulSet");

  private static final Map<GroupKind, NamedKind> KINDS = new HashMap<>();

  static {
    add(NameFormat.DNS_LABEL, "", "Namespace", "Service");
    add(
        NameFormat.DNS_SUBDOMAIN,
        "",
        "ConfigMap",
        "Endpoints",
        "LimitRange",
        "Node",
        "PersistentVolume",
        "PersistentVolumeClaim",
        "Pod",
        "PodTemplate",
        "ReplicationController",
        "ResourceQuota",
        "Secret",
        "ServiceAccount");
    add(NameFormat.DNS_SUBDOMAIN, "apps", "DaemonSet", "Deployment", "ReplicaSet");
    add(NameFormat.DNS_LABEL, "apps", "StatefulSet");
    add(NameFormat.DNS_SUBDOMAIN, "batch", "Job");
    add(NameFormat.CRON_JOB, "batch", "CronJob");
    add(NameFormat.DNS_SUBDOMAIN, "autoscaling", "HorizontalPodAutoscaler");
    add(
        NameFormat.DNS_SUBDOMAIN,
        "admissionregistration.k8s.io",
        "MutatingWebhookConfiguration",
        "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding",
        "ValidatingWebhookConfiguration");
    add(NameFormat.PATH_SEGMENT, "apiregistration.k8s.io", "APIService");
    add(NameFormat.DNS_SUBDOMAIN, "coordination.k8s.io", "Lease");
    add(NameFormat.DNS_SUBDOMAIN, "discovery.k8s.io", "EndpointSlice");
    add(
        NameFormat.DNS_SUBDOMAIN,
        "flowcontrol.apiserver.k8s.io",
        "FlowSchema",
        "PriorityLevelConfiguration");
    add(NameFormat.DNS_SUBDOMAIN, "networking.k8s.io", "Ingress", "IngressClass", "NetworkPolicy");
    add(NameFormat.DNS_SUBDOMAIN, "node.k8s.io", "RuntimeClass");
    add(NameFormat.DNS_SUBDOMAIN, "scheduling.k8s.io", "PriorityClass");
    add(NameFormat.DNS_SUBDOMAIN, "storage.k8s.io", "CSIDriver", "StorageClass");
    add(NameFormat.PATH_SEGMENT, "policy", "PodDisruptionBudget");
    add(
        NameFormat.PATH_SEGMENT,
        "rbac.authorization.k8s.io",
        "ClusterRole",
        "ClusterRoleBinding",
        "Role",
        "RoleBinding");
  }

  private static void add(NameFormat format, String group, String... kinds) {
    for (String name : List.of(kinds)) {
      GroupKind kind = new GroupKind(group, name);
      KINDS.put(kind, new NamedKind(kind, format));
    }
  }

  static Optional<NamedKind> of(KubernetesObject object) {
    return Optional.ofNullable(KINDS.get(GroupKind.of(object)));
  }

  /**
   * The format of its names. Services may start with a digit from 1.34 or 1.36 on (KEP-5311), and
   * stateful sets have no dot any more from 1.28 on at the latest.
   */
  NameFormat format(KubernetesVersion version) {
    if (kind.equals(SERVICE) && !version.isAtLeast(1, 34)) {
      return NameFormat.DNS_LABEL_WITH_LETTER;
    }
    return kind.equals(STATEFUL_SET) && !version.isAtLeast(1, 28)
        ? NameFormat.DNS_SUBDOMAIN
        : newest;
  }
}
