package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.rbac.Subject;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.Violations;

/** A rule about the users and groups that bindings of both kinds give a role. */
interface SubjectRule extends ObjectRule {

  /** Whether it is about a subject of a binding. */
  boolean concerns(Subject subject);

  /**
   * What it says.
   *
   * @param role what the binding gives, such as {@code cluster role 'view'}
   */
  String message(Subject subject, String role);

  @Override
  default void check(KubernetesObject object, Violations violations) {
    GroupKind kind = GroupKind.of(object);
    boolean binding =
        kind.equals(RbacGraph.ROLE_BINDING) || kind.equals(RbacGraph.CLUSTER_ROLE_BINDING);
    if (!binding || BuiltIn.is(object)) {
      return;
    }
    for (Subject subject : Subject.of(object)) {
      if (concerns(subject)) {
        violations.report(subject.field().get("name"), message(subject, role(object)));
      }
    }
  }

  /** Whether a subject is the user or group of a name; an account may have the same one. */
  static boolean is(Subject subject, String kind, String name) {
    return subject.kind().equals(kind) && subject.name().equals(name);
  }

  private static String role(KubernetesObject binding) {
    boolean clusterRole = binding.root().get("roleRef", "kind").text().equals("ClusterRole");
    String name = binding.root().get("roleRef", "name").text();
    return (clusterRole ? "cluster role '" : "role '") + name + "'";
  }
}
