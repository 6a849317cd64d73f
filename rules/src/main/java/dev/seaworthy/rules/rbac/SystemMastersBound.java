package dev.seaworthy.rules.rbac;

import dev.seaworthy.rbac.Subject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;

/** Flags bindings to the group that the API server lets do everything, bound or not. */
public final class SystemMastersBound implements SubjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("system-masters-bound", "binding names the group that needs none")
          .severity(Severity.MEDIUM)
          .category("rbac")
          .remediation(
              "Remove the subject, and give people a group of their own that a binding can take away again.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles")
          .aliases("KSV-0123", "C-0246", "restrict-binding-system-groups")
          .standards("cis:5.1.7")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public boolean concerns(Subject subject) {
    return SubjectRule.is(subject, Subject.GROUP, "system:masters");
  }

  @Override
  public String message(Subject subject, String role) {
    return role
        + " is given to group 'system:masters', which may do everything without it and keeps that when the binding is removed";
  }
}
