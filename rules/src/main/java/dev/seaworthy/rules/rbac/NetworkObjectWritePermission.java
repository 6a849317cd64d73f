package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/** Flags roles that write the objects which say where traffic goes, and which traffic may. */
public final class NetworkObjectWritePermission extends ScopedPermission {

  private static final List<String> WRITE = List.of("create", "update", "patch");

  static final Permission PERMISSION =
      Permission.NONE
          .clusterWide(WRITE, "", "services", "services/status", "endpoints")
          .clusterWide(WRITE, "discovery.k8s.io", "endpointslices")
          .clusterWide(WRITE, "networking.k8s.io", "ingresses")
          .clusterWide(
              List.of("create", "update", "patch", "delete", "deletecollection"),
              "networking.k8s.io",
              "networkpolicies");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("network-object-write-permission", "role may redirect traffic")
          .severity(Severity.LOW)
          .category("rbac")
          .profile(Profile.STRICT)
          .remediation("Grant it in the namespaces that need it, with a Role or a RoleBinding.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#write-access-for-endpoints",
              "https://github.com/kubernetes/kubernetes/issues/97076")
          .aliases(
              "KSV-0056",
              "CKV2_K8S_4",
              "K8sBlockEndpointEditDefaultRole",
              "restrict-edit-for-endpoints")
          .parameters(NamespacedRoles.PARAMETER)
          .build();

  public NetworkObjectWritePermission() {
    this(PERMISSION);
  }

  private NetworkObjectWritePermission(Permission permission) {
    super(permission);
  }

  @Override
  Rule on(Permission other) {
    return new NetworkObjectWritePermission(other);
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }
}
