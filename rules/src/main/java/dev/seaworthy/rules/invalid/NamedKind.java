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
 * @param ofOthers the format of its names; services have one that depends on the version
 */
record NamedKind(GroupKind kind, NameFormat ofOthers) {

  private static final GroupKind SERVICE = GroupKind.core("Service");

  private static final Map<GroupKind, NamedKind> KINDS = new HashMap<>();

  static {
    add(NameFormat.DNS_LABEL, "", "Namespace", "Service");
    add(
        NameFormat.DNS_SUBDOMAIN,
        "",
        "ConfigMap",
        "Endpoints",
        "LimitRange",
        "PersistentVolume",
        "PersistentVolumeClaim",
        "Pod",
        "PodTemplate",
        "ReplicationController",
        "ResourceQuota",
        "Secret",
        "ServiceAccount");
    add(NameFormat.DNS_SUBDOMAIN, "apps", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet");
    add(NameFormat.DNS_SUBDOMAIN, "batch", "Job");
    add(NameFormat.CRON_JOB, "batch", "CronJob");
    add(NameFormat.DNS_SUBDOMAIN, "autoscaling", "HorizontalPodAutoscaler");
    add(NameFormat.DNS_SUBDOMAIN, "networking.k8s.io", "Ingress", "NetworkPolicy");
    add(NameFormat.DNS_SUBDOMAIN, "scheduling.k8s.io", "PriorityClass");
    add(NameFormat.DNS_SUBDOMAIN, "storage.k8s.io", "StorageClass");
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

  /** The format of its names: services may start with a digit from 1.34 or 1.36 on (KEP-5311). */
  NameFormat format(KubernetesVersion version) {
    return kind.equals(SERVICE) && !version.isAtLeast(1, 34)
        ? NameFormat.DNS_LABEL_WITH_LETTER
        : ofOthers;
  }
}
