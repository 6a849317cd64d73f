package dev.seaworthy.rules.rbac;

import dev.seaworthy.rbac.Subject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;

/**
 * Flags bindings to everybody whom the API server knows, but for the roles that are meant for that.
 */
public final class SystemAuthenticatedBound implements SubjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "system-authenticated-bound", "binding gives a role to everybody who signs in")
          .severity(Severity.MEDIUM)
          .category("rbac")
          .remediation("Name the users, groups or service accounts that need the role.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles",
              "https://cloud.google.com/kubernetes-engine/docs/best-practices/rbac")
          .aliases("KSV-01011", "C-0265", "K8sDisallowAnonymous", "restrict-binding-system-groups")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public boolean concerns(Subject subject) {
    return !BuiltIn.isPublic(subject.binding())
        && SubjectRule.is(subject, Subject.GROUP, "system:authenticated");
  }

  @Override
  public String message(Subject subject, String role) {
    return role
        + " is given to group 'system:authenticated': every user, every service account, and with some providers every customer";
  }
}
