package dev.seaworthy.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import java.util.List;

/**
 * Whom a binding gives a role.
 *
 * @param field the item of the binding's {@code subjects}
 * @param kind {@code ServiceAccount}, {@code User}, {@code Group}
 * @param namespace of a service account: the subject's own, else that of a RoleBinding; empty if
 *     that is left open, and for users and groups
 * @param name the name
 */
public record Subject(Field field, String kind, String namespace, String name) {

  /** The kind of a subject that is a service account. */
  public static final String SERVICE_ACCOUNT = "ServiceAccount";

  public static final String USER = "User";

  public static final String GROUP = "Group";

  /** The subjects of a RoleBinding or ClusterRoleBinding. */
  public static List<Subject> of(KubernetesObject binding) {
    return binding.root().get("subjects").items().stream()
        .filter(Field::isMapping)
        .map(Subject::read)
        .toList();
  }

  private static Subject read(Field field) {
    KubernetesObject binding = field.object();
    String kind = field.get("kind").text();
    String own = kind.equals(SERVICE_ACCOUNT) ? field.get("namespace").text() : "";
    boolean inherits = kind.equals(SERVICE_ACCOUNT) && binding.kind().equals("RoleBinding");
    String namespace = own.isEmpty() && inherits ? binding.namespace().orElse("") : own;
    return new Subject(field, kind, namespace, field.get("name").text());
  }

  /** The object that gives the role. */
  public KubernetesObject binding() {
    return field.object();
  }

  /** Whether what the binding gives holds in all namespaces, and for what is in none. */
  public boolean isEverywhere() {
    return binding().kind().equals(RbacGraph.CLUSTER_ROLE_BINDING.kind());
  }
}
