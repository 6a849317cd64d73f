package dev.seaworthy.schema;

import dev.seaworthy.model.KubernetesVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What versions dropped that are too old for their schemas to be known here.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/deprecation-guide/">the deprecated
 *     API migration guide</a>
 */
final class OldApis {

  private static final List<Removal> REMOVALS =
      List.of(
          removal(14, "admissionregistration.k8s.io/v1alpha1", "InitializerConfiguration"),
          removal(16, "extensions/v1beta1", "DaemonSet", "Deployment", "ReplicaSet"),
          removal(16, "extensions/v1beta1", "NetworkPolicy", "PodSecurityPolicy"),
          removal(16, "apps/v1beta1", "Deployment", "StatefulSet"),
          removal(16, "apps/v1beta2", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"),
          removal(20, "settings.k8s.io/v1alpha1", "PodPreset"),
          removal(21, "batch/v2alpha1", "CronJob"),
          removal(
              22,
              "admissionregistration.k8s.io/v1beta1",
              "MutatingWebhookConfiguration",
              "ValidatingWebhookConfiguration"),
          removal(22, "apiextensions.k8s.io/v1beta1", "CustomResourceDefinition"),
          removal(22, "apiregistration.k8s.io/v1beta1", "APIService"),
          removal(22, "authentication.k8s.io/v1beta1", "TokenReview"),
          removal(
              22,
              "authorization.k8s.io/v1beta1",
              "LocalSubjectAccessReview",
              "SelfSubjectAccessReview",
              "SubjectAccessReview",
              "SelfSubjectRulesReview"),
          removal(22, "certificates.k8s.io/v1beta1", "CertificateSigningRequest"),
          removal(22, "coordination.k8s.io/v1beta1", "Lease"),
          removal(22, "extensions/v1beta1", "Ingress"),
          removal(22, "networking.k8s.io/v1beta1", "Ingress", "IngressClass"),
          removal(
              22,
              "rbac.authorization.k8s.io/v1beta1",
              "ClusterRole",
              "ClusterRoleBinding",
              "Role",
              "RoleBinding"),
          removal(22, "scheduling.k8s.io/v1beta1", "PriorityClass"),
          removal(
              22,
              "storage.k8s.io/v1beta1",
              "CSIDriver",
              "CSINode",
              "StorageClass",
              "VolumeAttachment"),
          removal(25, "batch/v1beta1", "CronJob"),
          removal(25, "discovery.k8s.io/v1beta1", "EndpointSlice"),
          removal(25, "events.k8s.io/v1beta1", "Event"),
          removal(25, "autoscaling/v2beta1", "HorizontalPodAutoscaler"),
          removal(25, "policy/v1beta1", "PodDisruptionBudget", "PodSecurityPolicy"),
          removal(25, "node.k8s.io/v1beta1", "RuntimeClass"),
          removal(
              26,
              "flowcontrol.apiserver.k8s.io/v1beta1",
              "FlowSchema",
              "PriorityLevelConfiguration"),
          removal(26, "autoscaling/v2beta2", "HorizontalPodAutoscaler"),
          removal(27, "storage.k8s.io/v1beta1", "CSIStorageCapacity"),
          removal(
              29,
              "flowcontrol.apiserver.k8s.io/v1beta2",
              "FlowSchema",
              "PriorityLevelConfiguration"));

  private record Removal(KubernetesVersion version, String apiVersion, Set<String> kinds) {}

  private OldApis() {}

  /** The first version that does not serve a kind any more. */
  static Optional<KubernetesVersion> removedIn(String apiVersion, String kind) {
    return REMOVALS.stream()
        .filter(
            removal -> removal.apiVersion().equals(apiVersion) && removal.kinds().contains(kind))
        .map(Removal::version)
        .findFirst();
  }

  static boolean hasGroup(String group) {
    return REMOVALS.stream().anyMatch(removal -> removal.apiVersion().startsWith(group + "/"));
  }

  private static Removal removal(int minor, String apiVersion, String... kinds) {
    return new Removal(new KubernetesVersion(1, minor), apiVersion, Set.of(kinds));
  }
}
