package dev.seaworthy.cli;

/** Workloads that lead far, and one that does not. */
final class ReachManifests {

  static final String CONTAINED =
      Manifests.HARDENED.replace("runAsNonRoot: true", "runAsNonRoot: true, runAsUser: 1000");
  static final String PRIVILEGED =
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: agent, namespace: ops}
      spec:
        template:
          spec:
            automountServiceAccountToken: false
            containers:
              - name: app
                image: example.com/app:1.0
                securityContext: {privileged: true, runAsUser: 0}
      """;
  static final String ADMIN =
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: migrate, namespace: ops}
      spec:
        template:
          spec:
            serviceAccountName: admin
            containers:
              - name: app
                image: example.com/app:1.0
                securityContext: {runAsUser: 1000, allowPrivilegeEscalation: false}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: admin}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      subjects: [{kind: ServiceAccount, name: admin, namespace: ops}]
      """;
  static final String BROKEN = "apiVersion: v1\nkind: Pod\nmetadata: {name: web\n";

  private ReachManifests() {}
}
