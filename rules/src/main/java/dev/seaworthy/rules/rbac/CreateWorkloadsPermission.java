package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/** Flags roles that run pods, or put other containers into those that run, by whatever kind. */
public final class CreateWorkloadsPermission extends ScopedPermission {

  private static final List<String> VERBS = List.of("create", "update", "patch");

  static final Permission PERMISSION =
      Permission.NONE
          .clusterWide(VERBS, "", "pods", "replicationcontrollers")
          .clusterWide(VERBS, "apps", "daemonsets", "deployments", "replicasets", "statefulsets")
          .clusterWide(VERBS, "batch", "cronjobs", "jobs");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("create-workloads-permission", "role may run pods")
          .severity(Severity.MEDIUM)
          .category("rbac")
          .remediation(
              "Grant it in the namespaces that need it, with a Role or a RoleBinding, and let Pod Security keep their pods from the node.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation")
          .aliases("KSV-0048", "C-0188", "access-to-create-pods")
          .standards("cis:5.1.4")
          .parameters(NamespacedRoles.PARAMETER)
          .build();

  public CreateWorkloadsPermission() {
    this(PERMISSION);
  }

  private CreateWorkloadsPermission(Permission permission) {
    super(permission);
  }

  @Override
  Rule on(Permission other) {
    return new CreateWorkloadsPermission(other);
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }
}
